"""manage.py create_api_key, and the API_KEY setting after migrate."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import ApiKey, User
from accounts.services import api_key_create, user_get_or_create

pytestmark = pytest.mark.django_db


def create(*arguments: str) -> str:
    out = StringIO()
    call_command("create_api_key", *arguments, stdout=out)
    return out.getvalue()


def test_the_key_is_alone_on_stdout_and_works() -> None:
    printed = create("robot")
    key = printed.strip()
    assert printed == key + "\n"
    assert key.startswith("p2j_")
    me = APIClient().get("/api/v1/me", headers={"X-API-Key": key}).json()
    assert me["username"] == "robot"
    assert me["scopes"] == ["read", "write"]
    assert not User.objects.get(username="robot").has_usable_password()


def test_an_existing_user_keeps_its_password(user: User) -> None:
    before = user.password
    create("client", "--name", "a script", "--scope", "read")
    assert ApiKey.objects.get().name == "a script"
    assert ApiKey.objects.get().scopes == ["read"]
    assert User.objects.get().password == before


def test_staff_get_a_key_that_may_act_as_staff(staff: User) -> None:
    create("staff")
    assert ApiKey.objects.get().scopes == ["read", "write", "admin"]


@pytest.mark.parametrize("username", ["", "a b", "x" * 151, "a\x00b", "<script>"])
def test_names_that_no_user_may_have(username: str) -> None:
    with pytest.raises(CommandError):
        create(username)
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_names_that_no_key_may_have(name: str) -> None:
    with pytest.raises(CommandError):
        create("robot", "--name", name)


def test_a_deactivated_user_gets_no_key(user: User) -> None:
    user.is_active = False
    user.save()
    with pytest.raises(CommandError):
        create("client")


def test_too_many_keys_are_a_clear_message(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accounts.services.keys.MAX_USABLE_KEYS", 1)
    api_key_create(user=user)
    with pytest.raises(CommandError, match="revoke one first"):
        create("client")


def test_a_name_in_another_case_is_the_same_user(user: User) -> None:
    assert user_get_or_create(username="CLIENT") == user
    assert user_get_or_create(username="ｃlient") == user


def test_migrate_stores_the_key_of_the_setting(settings: Settings) -> None:
    settings.API_KEY = "key-of-an-older-deployment"
    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0)
    assert ApiKey.objects.get().user.username == "api"
