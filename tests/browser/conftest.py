"""Debian's chromium, watched: dialogs, policy violations and console errors are collected."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from accounts.models import User

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = (Path(__file__).parent / "assets" / "axe.min.js").read_text(encoding="utf-8")
WATCH_POLICY = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.policyViolations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
FENCE = "everything before this line has been reported"
PASSWORD = "a long enough password"


@dataclass
class Watched:
    """A page and everything on it that should not have happened."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.collect_violations()
        self.page.goto(self.base + path)

    def collect_violations(self) -> None:
        if self.page.url.startswith(self.base):
            self.complaints += self.page.evaluate("window.policyViolations.splice(0)")

    def sign_in(self, user: User) -> None:
        self.open("/dashboard/sign-in/")
        self.page.fill("#id_username", user.username)
        self.page.fill("#id_password", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url("**/dashboard/")

    def axe(self) -> list[str]:
        """What axe calls serious or critical, with the elements.

        axe tries inline styles of its own on some elements, which the policy refuses and the
        browser reports late: what comes in from here to the fence is axe's, not the page's.
        """
        self.collect_violations()
        of_the_page = list(self.complaints)
        self.page.evaluate(AXE)
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        with self.page.expect_console_message(lambda line: line.text == FENCE):
            self.page.evaluate("line => void setTimeout(() => console.log(line), 0)", FENCE)
        self.collect_violations()
        self.complaints[:] = of_the_page
        return [
            f"{v['id']} ({v['impact']}): {[node['target'] for node in v['nodes']][:3]}"
            for v in found["violations"]
            if v["impact"] in {"serious", "critical"}
        ]

    def overflow(self) -> int:
        width: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return max(0, width)


OpenPage = Callable[..., Watched]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, which Django takes for asynchronous code.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live_server: Any) -> Iterator[OpenPage]:
    contexts: list[BrowserContext] = []

    def opened(*, width: int = 1280, scheme: Any = "light", scripts: bool = True) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.add_init_script(WATCH_POLICY)
        page = context.new_page()
        page.set_default_timeout(10_000)
        watched = Watched(page, live_server.url)

        def dismiss(dialog: Dialog) -> None:
            watched.complaints.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("dialog", dismiss)
        page.on("pageerror", lambda error: watched.complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda line: watched.complaints.append(line.text) if line.type == "error" else None,
        )
        return watched

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def person(transactional_db: None, settings: Any) -> User:
    settings.SPEC_AGENT = "tests.dashboard.annotated.AnnotatedAgent"
    settings.SPEC_GENERATORS = {"rules": "tests.specs.small.SmallGenerator"}
    return User.objects.create_user("maria", password=PASSWORD)
