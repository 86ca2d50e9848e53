"""Who may do what at a live server: a matrix of all its routes, and every known way around it."""

import asyncio
import json
import logging
import re
import socket
import struct
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx
import pytest
import websocket
from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler

from serving import Live, kernel_in, kernel_message, live, raw, wait_for
from workshoplib.live.assets import Shelf
from workshoplib.live.codes import Links
from workshoplib.live.routes import routes
from workshoplib.live.server import LiveServer, PortTaken, Settings
from workshoplib.store import FACILITATOR, Store

EVERY_METHOD = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"

EXAMPLES = {
    r"/(.*)": "/anything",
    r"/voila/static/(.*)": "/voila/static/voila.js",
    r"/voila/templates/[\w-]+/static/(.*)": "/voila/templates/workshop/static/voila.js",
    r"/voila/labextensions/((?:@jupyter-widgets|@voila-dashboards)/.*)": (
        "/voila/labextensions/@voila-dashboards/widgets-manager8/package.json"
    ),
}
"""An address of each route whose pattern is none itself."""

STRANGERS = ("nobody", "junk", "expired", "tampered", "revoked", "another workshop's", "a facilitator")
PEOPLE = ("another participant", "the participant")


def _row(strangers: int, *, people: int, owner: int | None = None, **others: int) -> dict[str, int]:
    named = {name.replace("_", " "): status for name, status in others.items()}
    return (
        dict.fromkeys(STRANGERS, strangers)
        | dict.fromkeys(PEOPLE, people)
        | {"the participant": people if owner is None else owner}
        | named
    )


TO_JOIN = _row(302, people=200, expired=403, revoked=403)
MATRIX: dict[tuple[str, str], dict[str, int]] = {
    ("GET", "/"): TO_JOIN,
    ("GET", "/seat"): _row(403, people=200),
    ("GET", "/join"): _row(200, people=200),
    ("POST", "/join"): _row(403, people=403),
    ("GET", "/welcome"): _row(403, people=200),
    ("POST", "/leave"): _row(403, people=303),
    ("GET", "/projector"): _row(403, people=403, a_facilitator=200),
    ("GET", "/projector/here"): _row(403, people=403, a_facilitator=200),
    ("GET", f"/api/kernels/{KERNEL}"): _row(403, people=403, owner=200),
    ("WEBSOCKET", f"/api/kernels/{KERNEL}/channels"): _row(403, people=403, owner=101),
    ("POST", f"/voila/api/shutdown/{KERNEL}"): _row(403, people=403, owner=204),
    ("GET", r"/voila/static/(.*)"): _row(403, people=200),
    ("GET", r"/voila/templates/[\w-]+/static/(.*)"): _row(403, people=200),
    ("GET", r"/voila/labextensions/((?:@jupyter-widgets|@voila-dashboards)/.*)"): _row(403, people=200),
    ("GET", r"/(.*)"): _row(404, people=404),
}
"""Who gets which answer; a POST to /join carries no code."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with live(tmp_path_factory.mktemp("live")) as running:
        yield running


@pytest.fixture(autouse=True)
def a_minute_later(request: pytest.FixtureRequest) -> None:
    """What was wrong in one test is forgotten in the next."""
    if "workshop" in request.fixturenames:
        request.getfixturevalue("workshop").ticks.ahead += 61


@pytest.fixture(scope="module")
def kari(workshop: Live) -> str:
    return workshop.store.add_person("Kari").id


@pytest.fixture(scope="module")
def visitors(workshop: Live, kari: str) -> dict[str, httpx.Client]:
    """Everybody who might come, by what they hold."""
    store, cookie = workshop.store, workshop.cookie
    revoked = store.add_person("Ole").id
    store.revoke(FACILITATOR, revoked)
    wait_for(lambda: revoked in workshop.server._door.room.revoked)
    good = workshop.links.for_person(kari, "en")
    elsewhere = Links(b"k" * 32, workshop.settings.clock).for_person(kari, "en")
    return {
        "nobody": workshop.visitor(),
        "junk": workshop.visitor(**{cookie: "junk"}),
        "expired": workshop.visitor(**{cookie: workshop.links_of(31).for_person(kari, "en")}),
        "tampered": workshop.visitor(**{cookie: _tampered(good)}),
        "revoked": workshop.guest(revoked),
        "another workshop's": workshop.visitor(**{cookie: elsewhere}),
        "a facilitator": workshop.facilitator(),
        "another participant": workshop.guest(store.add_person("Per").id),
        "the participant": workshop.guest(kari),
    }


@pytest.fixture(scope="module")
def kernel(workshop: Live, visitors: dict[str, httpx.Client]) -> str:
    return workshop.seated(visitors["the participant"])


def _tampered(token: str) -> str:
    return ("f" if token[0] != "f" else "g") + token[1:]


def _methods(handler: type[RequestHandler]) -> Iterator[str]:
    if issubclass(handler, WebSocketHandler):
        yield "WEBSOCKET"
        return
    for method in EVERY_METHOD:
        own = getattr(handler, method.lower())
        if method in handler.SUPPORTED_METHODS and own is not getattr(RequestHandler, method.lower()):
            yield method


def _table() -> list[tuple[str, str]]:
    nothing = Shelf([])
    return [(method, route[0]) for route in routes(nothing, nothing) for method in _methods(route[1])]


def _answer(live: Live, visitor: httpx.Client, method: str, path: str) -> int:
    if method != "WEBSOCKET":
        return visitor.request(method, path).status_code
    try:
        live.channel(path.split("/")[3], visitor).close()
    except websocket.WebSocketBadStatusException as refused:
        return int(refused.status_code)
    return 101


def _path(pattern: str, kernel: str) -> str:
    return EXAMPLES.get(pattern, pattern).replace(KERNEL, kernel)


def test_the_matrix_has_a_row_for_each_route() -> None:
    assert sorted(_table()) == sorted(MATRIX)


def test_the_server_has_no_other_routes(workshop: Live) -> None:
    rules = workshop.server._voila.app.wildcard_router.rules
    assert [rule.matcher.regex.pattern.rstrip("$") for rule in rules] == [
        route[0] for route in routes(Shelf([]), Shelf([]))
    ]


@pytest.mark.parametrize(("method", "pattern"), _table())
def test_each_route_lets_in_whom_it_is_for(
    workshop: Live, visitors: dict[str, httpx.Client], kernel: str, method: str, pattern: str
) -> None:
    answers = {who: _answer(workshop, one, method, _path(pattern, kernel)) for who, one in visitors.items()}
    assert MATRIX[method, pattern] == answers


@pytest.mark.parametrize(("method", "pattern"), _table())
def test_no_route_answers_to_another_method(
    workshop: Live, visitors: dict[str, httpx.Client], kernel: str, method: str, pattern: str
) -> None:
    taken = {one for one, other in _table() if other == pattern} | ({"GET"} if method == "WEBSOCKET" else set())
    path, participant = _path(pattern, kernel), visitors["the participant"]
    assert {participant.request(other, path).status_code for other in EVERY_METHOD if other not in taken} <= {403, 405}


@pytest.mark.parametrize("pattern", sorted({pattern for _, pattern in _table()}))
@pytest.mark.parametrize("who", ["nobody", "the participant"])
def test_every_answer_says_what_a_page_may_do(
    workshop: Live, visitors: dict[str, httpx.Client], kernel: str, pattern: str, who: str
) -> None:
    headers = visitors[who].get(_path(pattern, kernel)).headers
    kept = "no-store" in headers["Cache-Control"] or pattern.startswith("/voila/")
    said = (headers["X-Content-Type-Options"], headers["Referrer-Policy"], kept)
    policy = headers["Content-Security-Policy"]
    assert said == ("nosniff", "strict-origin", True)
    assert "frame-ancestors 'none'" in policy and "object-src 'none'" in policy and "unsafe-eval" not in policy
    assert "script-src 'unsafe-inline'" not in policy


def test_a_participants_page_runs_only_the_scripts_that_are_written_into_it(
    visitors: dict[str, httpx.Client], kernel: str
) -> None:
    scripts = visitors["the participant"].get("/").headers["Content-Security-Policy"].split("script-src ")[1]
    assert re.fullmatch(r"'self'( 'sha256-[^']+')*", scripts.split(";")[0])


# Links


def test_a_link_is_exchanged_for_a_cookie_and_leaves_the_address(workshop: Live, kari: str) -> None:
    answer = workshop.visitor().get("/", params={"t": workshop.links.for_person(kari, "nb")})
    cookie = answer.headers["Set-Cookie"]
    assert (answer.status_code, answer.headers["Location"], "HttpOnly" in cookie, "SameSite=Lax" in cookie) == (
        302,
        "/",
        True,
        True,
    )


@pytest.mark.parametrize("wrong", ["junk", "expired", "tampered", "revoked", "another workshop's"])
def test_a_bad_link_signs_nobody_in(workshop: Live, visitors: dict[str, httpx.Client], wrong: str) -> None:
    answer = workshop.visitor().get("/", params={"t": visitors[wrong].cookies[workshop.cookie]})
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (403, False)


def test_a_link_is_good_only_for_what_it_was_made_for(workshop: Live, kari: str) -> None:
    links, anybody = workshop.links, workshop.visitor()
    found = [
        anybody.get("/", params={"t": links.for_facilitator()}).status_code,
        anybody.get("/", params={"t": links.invitation()}).status_code,
        anybody.get("/projector", params={"t": links.for_person(kari, "en")}).status_code,
        workshop.visitor(**{workshop.cookie: links.invitation()}).get("/seat").status_code,
    ]
    assert found == [403, 403, 403, 403]


def test_the_facilitators_link_leaves_the_address_too(workshop: Live) -> None:
    answer = workshop.visitor().get("/projector", params={"t": workshop.links.for_facilitator()})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/projector")


def test_a_scanned_code_goes_into_a_cookie_and_leaves_the_address(workshop: Live) -> None:
    visitor = workshop.visitor()
    scanned = visitor.get("/join", params={"code": workshop.server.code})
    joined = visitor.post("/join", data={"name": "Siri"})
    assert (scanned.status_code, scanned.headers["Location"], joined.status_code) == (302, "/join", 303)


def test_signing_out_forgets_the_device(workshop: Live, kari: str) -> None:
    visitor = workshop.visitor()
    visitor.get("/", params={"t": workshop.links.for_person(kari, "en")})
    before = workshop.cookie in visitor.cookies
    visitor.post("/leave")
    assert (before, workshop.cookie in visitor.cookies) == (True, False)


def test_no_token_in_an_address_or_header_signs_anybody_in(workshop: Live, kari: str, kernel: str) -> None:
    token, anybody = workshop.links.for_person(kari, "en"), workshop.visitor()
    found = [
        anybody.get(f"/api/kernels/{kernel}", params={"token": token}).status_code,
        anybody.get(f"/api/kernels/{kernel}", params={"t": token}).status_code,
        anybody.get(f"/api/kernels/{kernel}", headers={"Authorization": f"token {token}"}).status_code,
    ]
    assert found == [403, 403, 403]


# Where requests come from


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"suppress_origin": True},
        {"origin": "http://evil.example", "host": "evil.example"},
    ],
    ids=lambda headers: "-".join(headers),
)
def test_a_connection_from_elsewhere_is_refused(
    workshop: Live, kari: str, kernel: str, headers: dict[str, Any]
) -> None:
    with pytest.raises(websocket.WebSocketBadStatusException) as refused:
        workshop.channel(kernel, workshop.guest(kari), **headers)
    assert refused.value.status_code in {403, 421}


@pytest.mark.parametrize("path", ["/join", "/leave"])
@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_form_from_elsewhere_is_refused(workshop: Live, kari: str, path: str, origin: str) -> None:
    guest = workshop.guest(kari)
    guest.headers["Origin"] = origin
    if not origin:
        del guest.headers["Origin"]
    assert guest.post(path, data={"code": workshop.server.code, "name": "Eva"}).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::2]", "", "localhost@evil.example"])
@pytest.mark.parametrize("path", ["/", "/join", "/voila/static/voila.js", "/anything"])
def test_another_name_for_this_machine_is_refused(workshop: Live, host: str, path: str) -> None:
    status, _ = raw(workshop, "GET", path, Host=host)
    assert status in {400, 421}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST."])
def test_its_own_names_are_known(workshop: Live, host: str) -> None:
    port = workshop.host.split(":")[1]
    assert raw(workshop, "GET", "/join", Host=f"{host}:{port}")[0] == 200


# What a page may say to a kernel

REFUSED = (
    "execute_request",
    "inspect_request",
    "complete_request",
    "history_request",
    "is_complete_request",
    "debug_request",
    "interrupt_request",
    "shutdown_request",
    "input_reply",
    "create_subshell_request",
    "delete_subshell_request",
    "list_subshell_request",
    "apply_request",
    "usage_request",
    "connect_request",
    "abort_request",
)


def _spelled(kind: str) -> Iterator[str]:
    yield from (kind, kind.upper(), f"{kind} ", f"{kind}\0")


def _as_json(message: dict[str, Any], channel: str) -> Iterator[bytes | str]:
    whole = {**message, "channel": channel, "buffers": []}
    yield json.dumps(whole)
    disguised = {**whole, "msg_type": message["header"]["msg_type"]}
    disguised["header"] = {**message["header"], "msg_type": "comm_info_request"}
    yield json.dumps(disguised)
    yield json.dumps(whole).replace('"msg_type":', '"msg_type": "comm_msg", "msg_type":')


def _as_bytes(message: dict[str, Any], channel: str) -> bytes:
    parts = [
        channel.encode(),
        *(json.dumps(message[name]).encode() for name in ("header", "parent_header", "metadata", "content")),
    ]
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets) + b"".join(parts)


def _alive(connection: websocket.WebSocket, wire: str) -> None:
    """Returns when the kernel has answered a question that it may be asked: all that was sent before has arrived."""
    asked = kernel_message("comm_info_request")
    if wire:
        connection.send_binary(_as_bytes(asked, "shell"))
    else:
        connection.send(json.dumps({**asked, "channel": "shell"}))
    while True:
        heard = connection.recv()
        assert heard, "The connection was closed."
        if (heard if isinstance(heard, bytes) else heard.encode()).find(b"comm_info_reply") >= 0:
            return


@pytest.mark.parametrize("wire", ["", "v1.kernel.websocket.jupyter.org"], ids=["json", "binary"])
@pytest.mark.parametrize("channel", ["shell", "control", "stdin", "iopub"])
def test_nothing_that_a_page_says_is_run(
    workshop: Live, kari: str, kernel: str, tmp_path: Path, channel: str, wire: str
) -> None:
    marker = tmp_path / "ran"
    code = f"open({str(marker)!r}, 'w').close()"
    guest = workshop.guest(kari)
    told = {"subprotocols": [wire]} if wire else {}
    connection = workshop.channel(kernel, guest, **told)
    for kind in REFUSED:
        for spelled in _spelled(kind):
            message = kernel_message(spelled, code)
            if wire:
                connection.send_binary(_as_bytes(message, channel))
            else:
                for disguise in _as_json(message, channel):
                    connection.send(disguise)
        workshop.ticks.ahead += 10
    _alive(connection, wire)
    connection.close()
    assert (marker.exists(), guest.get(f"/api/kernels/{kernel}").status_code) == (False, 200)


def test_the_marker_would_tell(workshop: Live, kari: str, kernel: str, tmp_path: Path) -> None:
    """The control: with the list of messages open, the same code runs."""
    marker = tmp_path / "ran"
    connection = workshop.channel(kernel, workshop.guest(kari))
    workshop.kernels.allowed_message_types.append("execute_request")
    try:
        connection.send(
            json.dumps({**kernel_message("execute_request", f"open({str(marker)!r}, 'w').close()"), "channel": "shell"})
        )
        wait_for(marker.exists)
    finally:
        workshop.kernels.allowed_message_types.remove("execute_request")
        connection.close()


@pytest.mark.parametrize(
    "nonsense", ["", "{", "[]", "null", '{"channel": "shell"}', '{"channel": "shell", "header": 3}', b"", b"\xff" * 40]
)
def test_nonsense_ends_the_connection_and_nothing_else(
    workshop: Live, kari: str, kernel: str, nonsense: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    connection = workshop.channel(kernel, workshop.guest(kari))
    connection.send(
        nonsense, websocket.ABNF.OPCODE_BINARY if isinstance(nonsense, bytes) else websocket.ABNF.OPCODE_TEXT
    )
    _until_closed(connection)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


def test_a_message_of_two_million_characters_ends_the_connection(workshop: Live, kari: str, kernel: str) -> None:
    connection = workshop.channel(kernel, workshop.guest(kari))
    with pytest.raises((OSError, websocket.WebSocketException)):
        connection.send("x" * 2_000_000)
        _until_closed(connection)
        raise websocket.WebSocketConnectionClosedException


def _until_closed(connection: websocket.WebSocket) -> None:
    try:
        while True:
            opcode, heard = connection.recv_data()
            if opcode == websocket.ABNF.OPCODE_CLOSE or not (heard or opcode):
                return
    except (OSError, websocket.WebSocketConnectionClosedException):
        return


# Files

NAMES = (
    "..",
    "../x",
    "..\\x",
    "../../../../etc/passwd",
    "/etc/passwd",
    "//etc/passwd",
    "C:\\x",
    "\\\\host\\share",
    "%2e%2e%2f",
    "%2e%2e%2fsecret.txt",
    "%252e%252e%252fsecret.txt",
    "x/../../y",
    ".hidden",
    "x.",
    "x ",
    "CON",
    "NUL.txt",
    "aux",
    "a:b",
    "a%00b",
    "a%0ab",
    "x" * 300,
    "%F0%9F%98%80" * 63,
    "e%CC%81",
    "%C3%A9",
    "VOILA.JS",
    "~",
    "~root/.bashrc",
    "$HOME",
    "`id`",
    ";rm",
    "-rf",
    "--help",
    "{0.__class__}",
    "{client}",
    "%25s",
    "*",
    "?x",
    "|",
    "'",
    '"',
    "%E2%80%AE",
    "",
    "%20%20",
    "link",
    "link/secret.txt",
    "....//secret.txt",
    "..%5csecret.txt",
    "..%c0%afsecret.txt",
    "%2e%2e/secret.txt",
    "./secret.txt",
    "static/../secret.txt",
    "secret.txt%00.js",
    "voila.js/../../secret.txt",
    "participant.ipynb",
    "../index.html.j2",
    "../../server.py",
    "../../participant.ipynb",
    "index.html.j2",
    "conf.json",
    "..;/secret.txt",
    "%2f..%2fsecret.txt",
)


@pytest.mark.parametrize(
    "where", ["/voila/static/", "/voila/templates/workshop/static/", "/voila/labextensions/@voila-dashboards/", "/"]
)
def test_no_name_leads_to_another_file(workshop: Live, kari: str, where: str) -> None:
    cookies = f"{workshop.cookie}={workshop.links.for_person(kari, 'en')}"
    for name in NAMES:
        status, content = raw(workshop, "GET", (where + name).replace(" ", "%20"), Cookie=cookies)
        seen = any(mark in content for mark in (b"root:", b"kernel_start", b"LiveServer", b"cell_type"))
        assert (name, False) == (name, seen)
        assert status in {200, 302, 400, 404} if where == "/" else status in {400, 404}, name


def test_a_shelf_gives_its_own_files_only(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    shelf, other = tmp_path / "shelf", tmp_path / "shelf2"
    for folder in (shelf, other):
        folder.mkdir()
        (folder / "secret.txt").write_text("secret")
    (shelf / "secret.txt").rename(shelf / "page.js")
    (shelf / ".hidden").write_text("secret")
    (shelf / "link").symlink_to(tmp_path)
    found = {name for name in (*NAMES, "page.js", "secret.txt", "../shelf2/secret.txt") if Shelf([shelf]).find(name)}
    assert {"page.js"} == found


@pytest.mark.parametrize(
    "path",
    [
        "/voila/render/participant.ipynb",
        "/voila/render/facilitator.ipynb",
        "/voila/tree",
        "/voila/tree/",
        "/participant.ipynb",
        "/voila/files/participant.ipynb",
        "/voila/files/kystbrygg.workshop",
        "/api/contents",
        "/voila/api/contents",
        "/api/kernels",
        "/api/kernelspecs",
        "/api/sessions",
        "/api/terminals",
        "/api/me",
        "/api/spec.yaml",
        "/metrics",
        "/login",
        "/logout",
        "/lab",
        "/tree",
        "/voila/execution/00000000-0000-4000-8000-000000000000",
        "/voila/query/00000000-0000-4000-8000-000000000000",
        "/nbconvert/html/x.ipynb",
    ],
)
def test_nothing_else_of_jupyters_is_there(workshop: Live, kari: str, path: str) -> None:
    assert workshop.guest(kari).get(path).status_code == 404


def test_nobody_starts_restarts_or_ends_a_kernel(workshop: Live, kari: str, kernel: str) -> None:
    owner = workshop.guest(kari)
    found = [
        owner.post("/api/kernels", json={"name": "python3"}).status_code,
        owner.post(f"/api/kernels/{kernel}/restart").status_code,
        owner.post(f"/api/kernels/{kernel}/interrupt").status_code,
        owner.delete(f"/api/kernels/{kernel}").status_code,
        owner.get(f"/api/kernels/{kernel}").status_code,
    ]
    assert found == [405, 405, 405, 405, 200]


# Guessing


def _wrong(live: Live, times: int) -> list[int]:
    visitor = live.visitor()
    return [visitor.post("/join", data={"code": f"WRONG{n:03}", "name": "Eva"}).status_code for n in range(times)]


def test_who_is_wrong_too_often_has_to_wait(workshop: Live) -> None:
    found = _wrong(workshop, 200)
    last = workshop.visitor().post("/join", data={"code": "WRONGAGAIN", "name": "Eva"})
    assert (found, 1 <= int(last.headers["Retry-After"]) <= 60) == ([403] * 10 + [429] * 190, True)


def test_a_right_code_is_let_in_from_an_address_that_has_to_wait(workshop: Live) -> None:
    _wrong(workshop, 12)
    right = workshop.visitor().post("/join", data={"code": workshop.server.code, "name": "Eva"})
    assert right.status_code == 303


def test_being_wrong_about_codes_says_nothing_about_links(workshop: Live, kari: str) -> None:
    _wrong(workshop, 12)
    anybody = workshop.visitor()
    found = [anybody.get(path, params={"t": "junk"}).status_code for path in ("/", "/projector")]
    assert found == [403, 403]


@pytest.mark.parametrize("path", ["/", "/projector"])
def test_guessing_links_has_a_limit_of_its_own(workshop: Live, path: str) -> None:
    anybody = workshop.visitor()
    found = [anybody.get(path, params={"t": f"junk{n}"}).status_code for n in range(12)]
    typed = anybody.post("/join", data={"code": "WRONG", "name": "Eva"}).status_code
    assert (found, typed) == ([403] * 10 + [429] * 2, 403)


# Words


@pytest.mark.parametrize(("name", "status"), [("", 422), (" ", 422), ("x" * 81, 422), ("<b>Ola</b>", 303)])
def test_a_name_is_needed_and_is_only_text(workshop: Live, name: str, status: int) -> None:
    visitor = workshop.visitor()
    joined = visitor.post("/join", data={"code": workshop.server.code.lower(), "name": name})
    page = visitor.get("/welcome").text
    assert (status, False) == (joined.status_code, "<b>Ola" in page)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("sv-SE,sv;q=0.9", "sv"),
        ("da", "da"),
        ("nn-NO, en;q=0.5", "nb"),
        ("de, en;q=0.3, da;q=0.4", "da"),
        ("de", "nb"),
        ("", "nb"),
        ("en;q=x", "en"),
    ],
)
def test_the_page_speaks_as_the_browser_asks(workshop: Live, accepted: str, language: str) -> None:
    assert f'<html lang="{language}">' in workshop.visitor().get("/join", headers={"Accept-Language": accepted}).text


def test_the_privacy_note_comes_before_the_first_field(workshop: Live) -> None:
    page = workshop.visitor().get("/join", headers={"Accept-Language": "en"}).text
    assert page.index("What is kept") < page.index('<label for="code"')


@pytest.mark.parametrize("status", [403, 404, 405, 421])
def test_every_no_is_a_sentence_without_a_trace(workshop: Live, status: int) -> None:
    asked = {
        403: ("GET", "/welcome", {}),
        404: ("GET", "/x", {}),
        405: ("PUT", "/", {"Origin": workshop.address}),
        421: ("GET", "/", {"Host": "x"}),
    }
    found, page = raw(workshop, *asked[status][:2], **asked[status][2])
    assert (status, True, False) == (found, b'role="alert"' in page, b"Traceback" in page or b"File " in page)


# Secrets


def test_no_secret_is_where_it_does_not_belong(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with live(tmp_path) as workshop:
        name = "Hemmelige Hanne"
        person = workshop.store.add_person(name).id
        token, facilitators = workshop.links.for_person(person, "en"), workshop.links.for_facilitator()
        visitor = workshop.visitor()
        visitor.get("/", params={"t": token})
        visitor.get("/", params={"t": "wrong-secret"})
        visitor.get("/join", params={"code": "wrong-code"})
        workshop.visitor().get("/projector", params={"t": facilitators})
        kernel_id = workshop.seated(visitor)
        workshop.channel(kernel_id, visitor).close()
        page = visitor.get("/").text
        kernel = workshop.kernels.get_kernel(kernel_id)
        environment = [*kernel._launch_args["env"].values(), *_environment_of(kernel.provisioner.pid)]
        secrets = {
            token,
            visitor.cookies[workshop.cookie],
            facilitators,
            workshop.server.code,
            "wrong-secret",
            "wrong-code",
            name,
            person,
        }
        key = (tmp_path / "kystbrygg.workshop-key").read_text()
        told = capfd.readouterr()
        logged = [record.getMessage() for record in caplog.records if not record.name.startswith("http")]  # not ours
        places = [page, *environment, *logged, told.out, told.err]
    assert set() == {secret for secret in (*secrets, key) for place in places if secret in place}


def _environment_of(pid: int) -> list[str]:
    """What the machine knows of a process's environment and of how it was called."""
    return [
        path.read_text(errors="replace")
        for name in ("environ", "cmdline")
        if (path := Path(f"/proc/{pid}/{name}")).exists()
    ]


def test_files_beside_the_workshop_are_their_owners_alone(workshop: Live) -> None:
    modes = {
        path.suffix: path.stat().st_mode & 0o777 for path in Path(workshop.store.where).parent.glob("*.workshop-[kl]*")
    }
    assert {0o600} == {modes[".workshop-key"], modes[".workshop-live"]}


# The end


def test_revoking_ends_everything_that_a_person_has_open(workshop: Live) -> None:
    person = workshop.store.add_person("Tor").id
    guest = workshop.guest(person)
    kernel_id = workshop.seated(guest)
    connection = workshop.channel(kernel_id, guest)
    workshop.store.revoke(FACILITATOR, person)
    _until_closed(connection)
    wait_for(lambda: kernel_id not in workshop.kernels)
    assert (
        guest.get("/").status_code,
        guest.get("/seat").status_code,
        guest.get(f"/api/kernels/{kernel_id}").status_code,
    ) == (403, 403, 403)


def test_who_is_let_in_again_goes_on_with_the_same_link(workshop: Live) -> None:
    person = workshop.store.add_person("Unn").id
    guest = workshop.guest(person)
    workshop.store.revoke(FACILITATOR, person)
    wait_for(lambda: guest.get("/seat").status_code == 403)
    workshop.store.readmit(FACILITATOR, person)
    wait_for(lambda: guest.get("/seat").status_code == 200)
    assert guest.get("/welcome").status_code == 200


def test_an_erased_person_is_a_stranger(workshop: Live) -> None:
    person = workshop.store.add_person("Vera").id
    guest = workshop.guest(person)
    assert guest.get("/welcome").status_code == 200
    workshop.store.erase(person)
    wait_for(lambda: guest.get("/welcome").status_code == 403)


def test_the_end_is_the_end_for_all_within_a_second(tmp_path: Path) -> None:
    with live(tmp_path) as workshop:
        guest = workshop.guest(workshop.store.add_person("Kari").id)
        connection = workshop.channel(workshop.seated(guest), guest)
        facilitator = workshop.facilitator()
        workshop.store.end(FACILITATOR)
        wait_for(lambda: guest.get("/seat").status_code == 403, seconds=1.0)
        _until_closed(connection)
        joined = workshop.visitor().post("/join", data={"code": workshop.server.code, "name": "Late"})
        found = [guest.get("/").status_code, facilitator.get("/projector").status_code, joined.status_code]
        found += [workshop.visitor().get("/join").status_code, guest.get("/voila/static/voila.js").status_code]
    assert found == [410, 410, 410, 410, 403]


def test_it_listens_to_this_machine_only_unless_told() -> None:
    assert Settings("", "en").ip == "127.0.0.1"


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken, Store.create(tmp_path / "x.workshop") as store:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = LiveServer(store, Settings("x", "en", port=taken.getsockname()[1]))
        with pytest.raises(PortTaken):
            asyncio.run(server.serve(lambda _: None))


def test_the_matrix_would_notice_a_route_that_is_open(
    workshop: Live, visitors: dict[str, httpx.Client], kernel: str
) -> None:
    """The control: asked by its owner, what the matrix holds closed for others is there."""
    assert (HTTPStatus.OK, kernel) == (
        visitors["the participant"].get(f"/api/kernels/{kernel}").status_code,
        kernel_in(visitors["the participant"].get("/").text),
    )
