"""What every page's frame shows: where one is, and the chosen appearance."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

COOKIE = "appearance"
APPEARANCES = {"system": "System", "light": "Light", "dark": "Dark"}
SECTIONS = (
    ("Home", "dashboard:home"),
    ("Specs", "dashboard:specs"),
    ("Reports", "dashboard:reports"),
    ("Sessions", "dashboard:sessions"),
    ("Jobs", "dashboard:jobs"),
    ("Learning", "dashboard:learning"),
)


@dataclass(frozen=True, slots=True)
class NavigationItem:
    label: str
    url: str
    current: str  # the value of aria-current: the page itself, or a section that holds it


@dataclass(frozen=True, slots=True)
class AppearanceChoice:
    value: str
    label: str
    pressed: str


def frame(request: HttpRequest) -> dict[str, Any]:
    appearance = chosen_appearance(request)
    return {
        "appearance": appearance,
        "appearances": [
            AppearanceChoice(value, label, "true" if value == (appearance or "system") else "false")
            for value, label in APPEARANCES.items()
        ],
        "navigation": [navigation_item(label, name, request.path) for label, name in SECTIONS],
    }


def chosen_appearance(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in {"light", "dark"} else ""


def navigation_item(label: str, name: str, path: str) -> NavigationItem:
    url = reverse(name)
    if path == url:
        return NavigationItem(label, url, "page")
    inside = name != "dashboard:home" and path.startswith(url)
    return NavigationItem(label, url, "true" if inside else "")
