"""Where the service may call: odd spellings, private networks, metadata, names that change."""

import ipaddress
import threading

import httpcore2
import pytest

from specs.generation.llm.addresses import (
    ForbiddenAddress,
    Reach,
    check_base_url,
    check_resolved,
)
from specs.generation.llm.clock import Deadline
from specs.generation.llm.network import DEADLINE, GuardedBackend

HOSTILE = [
    "http://169.254.169.254/",
    "https://169.254.169.254/",
    "http://metadata.google.internal/",
    "https://metadata.google.internal/",
    "https://100.100.100.200/",
    "http://2852039166/",
    "http://0251.0376.0251.0376/",
    "http://0xA9FEA9FE/",
    "http://0xa9.0xfe.0xa9.0xfe/",
    "http://[::ffff:169.254.169.254]/",
    "https://[::ffff:a9fe:a9fe]/",
    "http://[fd00:ec2::254]/",
    "http://127.1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://localhost./",
    "http://evil.localhost/",
    "http://①②⑦.0.0.1/",
    "http://127。0。0。1/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://[fe80::1]/",
    "https://[fc00::1]/",
    "https://224.0.0.1/",
    "http://api.example.com/v1",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_INFO",
    "ftp://example.com/",
    "data:text/plain,x",
    "https://user:pass@example.com/",
    "https://ok.example.com@evil.example.com/",
    "https://ok.example.com\\@evil.example.com/",
    "\\\\evil.example.com\\share",
    "https://example.com/\r\nHost: evil",
    "https://example.com:22/",
    "https://example.com:6379/",
    "https://example.com:99999/",
    "https://example.com/v1?x=1",
    "https://example.com/v1#x",
    "https:///v1",
    "",
]


@pytest.mark.parametrize("url", HOSTILE)
def test_hostile_base_urls_are_refused(url):
    with pytest.raises(ForbiddenAddress):
        check_base_url(url)


def test_the_list_is_long_enough():
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize(
    "url", ["http://localhost:8000/v1", "http://127.0.0.1/", "http://[::1]/v1"]
)
def test_this_machine_is_allowed_over_http_where_the_settings_may_name_it(url):
    assert check_base_url(url).url == url.rstrip("/")
    with pytest.raises(ForbiddenAddress):
        check_base_url(url, Reach.PUBLIC)


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1:8000/v1", "http://ollama:11434/v1", "https://192.168.1.1"]
)
def test_private_networks_need_a_setting(url):
    assert check_base_url(url, Reach.PRIVATE)
    with pytest.raises(ForbiddenAddress):
        check_base_url(url)


@pytest.mark.parametrize(
    "url",
    ["https://169.254.169.254", "http://metadata.google.internal", "https://[fd00:ec2::254]"],
)
def test_metadata_services_are_refused_even_then(url):
    with pytest.raises(ForbiddenAddress):
        check_base_url(url, Reach.PRIVATE)


def addresses(*texts):
    return [ipaddress.ip_address(text) for text in texts]


@pytest.mark.parametrize(
    ("host", "resolved"),
    [
        ("api.example.com", ("93.184.216.34", "10.0.0.1")),
        ("api.example.com", ("127.0.0.1",)),
        ("api.example.com", ("::1",)),
        ("api.example.com", ("::ffff:10.0.0.1",)),
        ("api.example.com", ("2002:0a00:0001::",)),
        ("api.example.com", ()),
        ("localhost", ("127.0.0.1", "10.0.0.1")),
    ],
)
def test_one_bad_record_rejects_all(host, resolved):
    with pytest.raises(ForbiddenAddress):
        check_resolved(host, addresses(*resolved), Reach.LOOPBACK)


def test_a_name_is_checked_each_time_it_is_resolved():
    answers = iter([addresses("93.184.216.34"), addresses("127.0.0.1")])
    check_resolved("api.example.com", next(answers), Reach.LOOPBACK)
    backend = GuardedBackend(Reach.LOOPBACK, lambda host, port: next(answers))
    with pytest.raises(httpcore2.ConnectError):
        backend.connect_tcp("api.example.com", 443)


def test_a_lookup_that_hangs_ends_with_the_deadline(seconds):
    over = threading.Event()
    backend = GuardedBackend(Reach.LOOPBACK, lambda host, port: over.wait(30) or [])
    token = DEADLINE.set(Deadline.after(0.2))
    try:
        with pytest.raises(httpcore2.ConnectTimeout):
            backend.connect_tcp("api.example.com", 443)
    finally:
        DEADLINE.reset(token)
        over.set()
    assert seconds() < 1


def test_the_next_address_is_tried_where_one_refuses(server):
    both = addresses("::1", "127.0.0.1")
    backend = GuardedBackend(Reach.LOOPBACK, lambda host, port: both)
    backend.connect_tcp("localhost", server.port, timeout=1).close()
