"""What the live server keeps: one kernel a person, links over a restart, a queue, a file that says who is in."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from math import log2
from pathlib import Path

import httpx
import pytest
import segno
from typer.testing import CliRunner

from serving import Live, kernel_in, live, wait_for
from workshoplib import cli
from workshoplib.engines.kernels.pool import Ready
from workshoplib.live import addresses, codes, pages, private, running
from workshoplib.live.codes import BadKey, LinkExpired, Links, NotALink, key_beside
from workshoplib.live.kernels import LiveKernels, _public
from workshoplib.live.limits import JOINING, Counter, Limits, TooManyAtOnce, TooManyTries
from workshoplib.live.seats import GIVES_UP_AFTER, Seated, Seats, Waiting
from workshoplib.live.status import Attendance, Presence, Status, StatusFile
from workshoplib.store import FACILITATOR, Store
from workshoplib.words import words

NOON = datetime(2027, 1, 6, 12, tzinfo=UTC)
KEY = b"k" * 32


def _links(key: bytes = KEY, at: datetime = NOON) -> Links:
    return Links(key, lambda: at)


# Codes and links


def test_a_code_has_forty_bits_of_signs_that_nobody_mixes_up() -> None:
    assert (len(set(codes.ALPHABET)), codes.LENGTH * log2(len(codes.ALPHABET))) == (32, 40.0)
    assert set(codes.ALPHABET).isdisjoint("0O1I")


def test_codes_of_different_workshops_differ() -> None:
    made = {_links(number.to_bytes(32)).code() for number in range(100_000)}
    assert len(made) >= 100_000 - 1
    assert {len(code) for code in made} == {codes.LENGTH}


def test_all_signs_are_used_alike() -> None:
    made = "".join(_links(number.to_bytes(32)).code() for number in range(4_000))
    assert all(800 < made.count(sign) < 1_200 for sign in codes.ALPHABET)


@pytest.mark.parametrize("typed", ["{0}{1}", "{0}-{1}", " {0} {1} ", "{0}–{1}"])
def test_a_code_may_be_typed_as_it_is_read(typed: str) -> None:
    links = _links()
    code = links.code()
    written = typed.format(code[:4], code[4:]).lower()
    assert links.is_code(written) == ("–" not in written)


def test_an_i_or_a_one_is_read_as_the_l_that_it_was() -> None:
    assert codes.plain("i1l-LI1") == "LLLLLL"


def test_a_link_says_whose_it_is() -> None:
    links = _links()
    assert links.person(links.for_person("abcd2345", "sv")) == codes.Pass("abcd2345", "sv")


def test_a_link_of_another_workshop_is_none() -> None:
    with pytest.raises(NotALink):
        _links(b"x" * 32).person(_links().for_person("abcd2345", "sv"))


def test_a_link_ends_after_its_time() -> None:
    token = _links().for_person("abcd2345", "sv")
    with pytest.raises(LinkExpired):
        _links(at=NOON + codes.LIFETIME + codes.INVITED_FOR).person(token)


def test_a_clock_that_was_set_back_shuts_nobody_out() -> None:
    token = _links().for_person("abcd2345", "sv")
    assert _links(at=NOON - codes.INVITED_FOR).person(token).person == "abcd2345"


def test_a_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.workshop-key"
    first = key_beside(path)
    path.chmod(0o644)
    assert (first, 32, 0o600) == (key_beside(path), len(first), path.stat().st_mode & 0o777)


def test_a_file_that_is_no_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("nonsense")
    with pytest.raises(BadKey):
        key_beside(tmp_path / "key")


@pytest.mark.parametrize(
    ("where", "name"), [("/a/k.workshop", "k.workshop-key"), ("postgresql://me:secret@host/kyst", "kyst.workshop-key")]
)
def test_small_files_lie_beside_the_workshop_and_are_named_after_it(where: str, name: str) -> None:
    assert private.beside(where, "key").name == name


# Limits


def test_a_thousand_wrong_codes_from_one_address_are_ten_tries_a_minute() -> None:
    failures = Counter(lambda: 0.0)
    assert _counted(failures, ["a"] * 1_000) == 10


def test_a_thousand_wrong_codes_from_everywhere_are_a_hundred_tries_a_minute() -> None:
    failures = Counter(lambda: 0.0)
    assert _counted(failures, [str(number) for number in range(1_000)]) == 100


def test_after_a_minute_one_may_be_wrong_again() -> None:
    now = [0.0]
    failures = Counter(lambda: now[0])
    _counted(failures, ["a"] * 20)
    now[0] = 60.0
    assert _counted(failures, ["a"] * 20) == 10


def test_one_is_told_how_long_to_wait() -> None:
    now = [0.0]
    failures = Counter(lambda: now[0])
    _counted(failures, ["a"] * 10)
    now[0] = 45.5
    with pytest.raises(TooManyTries) as told:
        failures.count("a")
    assert told.value.seconds == 15


def test_each_kind_of_secret_has_a_counter_of_its_own() -> None:
    limits = Limits(lambda: 0.0)
    _counted(limits.codes, ["a"] * 20)
    assert (_counted(limits.links, ["a"] * 20), _counted(limits.facilitator, ["a"] * 20)) == (10, 10)


def test_a_right_code_in_wrong_hands_does_not_fill_the_file() -> None:
    joining = Limits(lambda: 0.0).joining
    for number in range(JOINING):
        joining.count(str(number))
    with pytest.raises(TooManyAtOnce):
        joining.count("another")


def _counted(failures: Counter, wrong: list[str]) -> int:
    counted = 0
    for address in wrong:
        try:
            failures.count(address)
            counted += 1
        except TooManyTries:
            continue
    return counted


# Seats


class FakeKernels:
    """Kernels that are only names."""

    def __init__(self) -> None:
        self.owner: dict[str, str] = {}
        self.ended: list[str] = []

    def __contains__(self, kernel_id: str) -> bool:
        return kernel_id in self.owner

    def bind(self, kernel_id: str, person: str) -> None:
        self.owner[kernel_id] = person

    def kernel_of(self, person: str) -> str | None:
        return next((kernel_id for kernel_id, owner in self.owner.items() if owner == person), None)

    async def shutdown_kernel(self, kernel_id: str, now: bool) -> None:
        assert now
        self.ended.append(kernel_id)
        del self.owner[kernel_id]


def _seats(seats: int, *, page: str = "page", now: list[float] | None = None) -> tuple[Seats, FakeKernels]:
    kernels = FakeKernels()
    taken: list[int] = []

    async def take() -> Ready:
        taken.append(1)
        return Ready(f"kernel-{len(taken)}")

    async def rendered(ready: Ready) -> str:
        await asyncio.sleep(0)
        if not page:
            raise RuntimeError
        return f"{page} {ready.kernel_id}"

    clock = now or [0.0]
    return Seats(kernels, take, rendered, lambda: clock[0], seats), kernels  # type: ignore[arg-type]


def test_many_devices_of_one_person_have_one_seat() -> None:
    async def come() -> set[object]:
        seats, _ = _seats(5)
        return set(await asyncio.gather(*(seats.soon("kari", 5) for _ in range(10))))

    assert asyncio.run(come()) == {Seated("kernel-1", "page kernel-1")}


def test_who_comes_when_all_seats_are_taken_waits_in_the_order_of_coming() -> None:
    async def come() -> list[object]:
        seats, _ = _seats(1)
        await seats.soon("kari", 5)
        return [seats.seat("per"), seats.seat("siri"), seats.seat("per")]

    assert asyncio.run(come()) == [Waiting(1), Waiting(2), Waiting(1)]


def test_a_seat_that_gets_free_goes_to_the_first_in_the_queue() -> None:
    async def come() -> list[object]:
        seats, kernels = _seats(1)
        await seats.soon("kari", 5)
        seats.seat("per")
        seats.seat("siri")
        await kernels.shutdown_kernel("kernel-1", now=True)
        seats.gone("kernel-1")
        return [seats.seat("siri"), await seats.soon("per", 5)]

    assert asyncio.run(come()) == [Waiting(2), Seated("kernel-2", "page kernel-2")]


def test_who_has_stopped_asking_has_left_the_queue() -> None:
    async def come() -> object:
        now = [0.0]
        seats, _ = _seats(1, now=now)
        await seats.soon("kari", 5)
        seats.seat("per")
        now[0] = GIVES_UP_AFTER + 1
        return seats.seat("siri")

    assert asyncio.run(come()) == Waiting(1)


def test_a_page_that_cannot_be_made_leaves_no_kernel_behind() -> None:
    async def come() -> tuple[object, list[str]]:
        seats, kernels = _seats(1, page="")
        await seats.soon("kari", 5)
        return seats._free - len(seats._pages) - len(kernels.owner), kernels.ended[:1]

    assert asyncio.run(come()) == (1, ["kernel-1"])


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with live(tmp_path_factory.mktemp("live")) as running:
        yield running


def test_a_reload_and_another_device_are_on_the_same_kernel(workshop: Live) -> None:
    person = workshop.store.add_person("Kari").id
    phone, laptop = workshop.guest(person), workshop.guest(person)
    kernel = workshop.seated(phone)
    before = len(workshop.kernels.owners())
    pages_seen = {kernel_in(device.get("/").text) for device in (phone, laptop, phone)}
    assert ({kernel}, before) == (pages_seen, len(workshop.kernels.owners()))


def test_a_page_that_closes_leaves_the_kernel_to_the_other_device(workshop: Live) -> None:
    guest = workshop.guest(workshop.store.add_person("Per").id)
    kernel = workshop.seated(guest)
    other = workshop.channel(kernel, guest)
    said = guest.post(f"/voila/api/shutdown/{kernel}", data={"_xsrf": ""}).status_code
    connected = workshop.kernels.connections(kernel)
    other.close()
    assert (said, connected, guest.get(f"/api/kernels/{kernel}").status_code) == (204, 1, 200)


def test_a_kernel_that_died_is_gone_and_its_person_gets_another(workshop: Live) -> None:
    guest = workshop.guest(workshop.store.add_person("Siri").id)
    kernel = workshop.seated(guest)
    os.kill(workshop.kernels.get_kernel(kernel).provisioner.pid, signal.SIGKILL)
    wait_for(lambda: guest.get(f"/api/kernels/{kernel}").status_code != 200)
    assert kernel != workshop.seated(guest)


def _waiting(live: Live) -> list[str]:
    return [one for one in live.kernels.list_kernel_ids() if live.kernels.person_of(one) is None]


def test_a_kernel_that_its_person_has_left_is_ended_and_one_that_waits_is_not(workshop: Live) -> None:
    guest = workshop.guest(workshop.store.add_person("Tor").id)
    kernel = workshop.seated(guest)
    wait_for(lambda: _waiting(workshop))
    waiting = _waiting(workshop)[0]

    async def culled() -> None:
        workshop.kernels.cull_idle_timeout = -1
        try:
            for one in (kernel, waiting):
                await workshop.kernels.cull_kernel_if_idle(one)
        finally:
            workshop.kernels.cull_idle_timeout = 900

    asyncio.run_coroutine_threadsafe(culled(), workshop.loop).result(30)
    assert (kernel in workshop.kernels, waiting in workshop.kernels) == (False, True)


def test_a_kernel_never_changes_hands(workshop: Live) -> None:
    guest = workshop.guest(workshop.store.add_person("Una").id)
    with pytest.raises(Exception, match="403"):
        workshop.kernels.bind(workshop.seated(guest), "somebody")


def test_the_projector_says_how_many_are_in(workshop: Live) -> None:
    guest = workshop.guest(workshop.store.add_person("Vera").id)
    connection = workshop.channel(workshop.seated(guest), guest)
    told = workshop.facilitator().get("/projector/here").json()["told"]
    connection.close()
    assert words("nb").plural("{n} person is in", "{n} people are in", 1) == told


def test_links_and_code_outlive_the_server(tmp_path: Path) -> None:
    with live(tmp_path) as first:
        person = first.store.add_person("Kari").id
        token, code = first.links.for_person(person, "da"), first.server.code
    with live(tmp_path) as second:
        visitor = second.visitor(**{second.cookie: token})
        linked = second.visitor().get("/", params={"t": token}).headers["Location"]
        page = visitor.get("/welcome").text
    assert (code, "/", True) == (second.server.code, linked, '<html lang="da">' in page)


def test_a_new_code_shuts_out_who_knows_the_old_one_and_nobody_who_has_a_link(tmp_path: Path) -> None:
    with live(tmp_path) as first:
        old, invited = first.server.code, first.links.invitation()
        token = first.links.for_person(first.store.add_person("Kari").id, "en")
    with live(tmp_path, new_code=True) as second:
        new = second.server.code
        by_code = [
            second.visitor().post("/join", data={"code": code, "name": "Ola"}).status_code for code in (old, new)
        ]
        held = second.visitor(**{f"{second.cookie}-invitation": invited}).post("/join", data={"name": "Ola"})
        linked = second.visitor(**{second.cookie: token}).get("/welcome")
    assert (by_code, held.status_code, linked.status_code) == ([403, 303], 403, 200)


def test_the_command_asks_for_a_new_code_only_when_it_is_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(running, "run", lambda *_, new_code, **__: asked.append(new_code))
    for options in ([], ["--new-code"]):
        CliRunner().invoke(cli.app, ["live", "kyst.workshop", *options])
    assert asked == [False, True]


def test_a_new_code_stays_when_the_server_is_begun_again(tmp_path: Path) -> None:
    with live(tmp_path, new_code=True) as first:
        code = first.server.code
    with live(tmp_path) as second:
        assert second.server.code == code


def test_behind_a_proxy_with_tls_links_and_cookies_are_for_https(tmp_path: Path) -> None:
    with live(tmp_path, public="https://verksted.example/") as workshop:
        token = workshop.links.for_person(workshop.store.add_person("Kari").id, "en")
        address = f"http://127.0.0.1:{workshop.server._port}"
        told = {"Host": "verksted.example", "Origin": "https://verksted.example"}
        cookie = httpx.get(f"{address}/?t={token}", headers=told).headers["Set-Cookie"]
        page = httpx.get(f"{address}/welcome", headers={**told, "Cookie": cookie.split(";")[0]}).text
    assert ("Secure" in cookie, 'value="https://verksted.example/?t=' in page) == (True, True)


def test_a_language_chosen_on_the_page_goes_into_the_cookie(workshop: Live) -> None:
    person = workshop.store.add_person("Yrsa").id
    guest = workshop.guest(person, "sv")
    workshop.seated(guest)
    workshop.server._roster.speaks(person, "da")
    renewed = guest.get("/").cookies[workshop.cookie]
    assert workshop.links.person(renewed).language == "da"


def test_a_kernels_environment_is_what_any_program_may_know() -> None:
    told = {
        "PATH": "/bin",
        "DATABASE_URL": "secret",
        "AWS_SECRET": "secret",
        "LC_ALL": "nb_NO",
        "JUPYTER_TOKEN": "secret",
    }
    assert _public(told) == {"PATH": "/bin", "LC_ALL": "nb_NO"}


def test_pages_may_say_nothing_but_what_widgets_say() -> None:
    kernels = LiveKernels(allowed_message_types=["execute_request"])
    assert all(kind.startswith("comm_") or kind == "kernel_info_request" for kind in kernels.allowed_message_types)


# The status file


def test_the_file_says_where_who_and_when(tmp_path: Path) -> None:
    path = tmp_path / "x.workshop-live"
    StatusFile(path).write(Status("http://x", "CODE", "then", {"kari": Presence("now", connected=True, step="goals")}))
    told = {"address": "http://x", "code": "CODE", "started": "then"}
    assert json.loads(path.read_text()) == {
        **told,
        "people": {"kari": {"seen": "now", "connected": True, "step": "goals"}},
    }


def test_the_file_is_gone_when_the_server_is(tmp_path: Path) -> None:
    with live(tmp_path) as workshop:
        there = private.beside(workshop.store.where, "live").exists()
    assert (there, private.beside(workshop.store.where, "live").exists()) == (True, False)


def test_who_has_left_was_last_seen_when_still_there() -> None:
    attendance = Attendance()
    attendance.present({"kari"}, NOON, "goals")
    left = attendance.present(set(), NOON + codes.INVITED_FOR, "goals")
    assert left == {"kari": Presence(NOON.isoformat(timespec="seconds"), connected=False, step="goals")}


def test_the_file_follows_who_comes_and_goes(workshop: Live) -> None:
    person = workshop.store.add_person("Åse").id
    guest = workshop.guest(person)
    connection = workshop.channel(workshop.seated(guest), guest)
    path = private.beside(workshop.store.where, "live")
    wait_for(lambda: json.loads(path.read_text())["people"].get(person, {}).get("connected"))
    connection.close()
    wait_for(lambda: not json.loads(path.read_text())["people"][person]["connected"])


# Addresses and words


@pytest.mark.parametrize(
    ("ip", "public", "address"),
    [
        ("127.0.0.1", "", "http://127.0.0.1:8866"),
        ("::1", "", "http://[::1]:8866"),
        ("192.0.2.7", "", "http://192.0.2.7:8866"),
        ("0.0.0.0", "https://verksted.example/", "https://verksted.example"),  # noqa: S104
    ],
)
def test_people_are_told_an_address_that_they_can_type(ip: str, public: str, address: str) -> None:
    assert addresses.reached_at(ip, 8866, public) == address


def test_on_this_machine_only_its_own_names_are_known() -> None:
    assert addresses.names("127.0.0.1", "") == {"localhost", "127.0.0.1", "::1"}


def test_a_public_name_is_known_too() -> None:
    assert "verksted.example" in addresses.names("127.0.0.1", "https://verksted.example:8443/")


def test_the_square_holds_address_and_code() -> None:
    drawn = pages.projector(words("en"), "K", "http://192.0.2.7:8866", "ABCD-EFGH", 0)
    square = segno.make("http://192.0.2.7:8866/join?code=ABCD-EFGH", error="m", micro=False)
    assert square.svg_inline(scale=8, border=2, omitsize=True).split("<path", 1)[1] in drawn


@pytest.mark.parametrize("language", ["en", "nb", "sv", "da"])
def test_every_page_is_in_one_language_and_escapes_what_people_say(language: str) -> None:
    say, evil = words(language), '<img src=x onerror="1">'
    made = [
        pages.join(language, evil, invited=False, error=None, typed=(evil, evil)),
        pages.welcome(say, evil, evil, evil),
        pages.waiting(say, evil, 2),
        pages.projector(say, evil, evil, evil, 3),
        pages.problem(say, evil, NotALink(), pages.Way.JOIN),
    ]
    assert [(f'<html lang="{language}">' in page, "<img" in page) for page in made] == [(True, False)] * 5


def test_the_scripts_written_into_a_page_are_the_only_ones_it_may_run() -> None:
    policy = pages.page_policy(
        '<script>one</script><script type="application/json">{}</script><script src="/x"></script>'
    )
    assert policy.count("'sha256-") == 1


# The command


def _command(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", "from workshoplib.cli import main; main()", "live", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "WORKSHOP_LANGUAGE": "en"},
    )


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_says_where_to_come_and_ends_cleanly(tmp_path: Path, ending: signal.Signals) -> None:
    path = tmp_path / "k.workshop"
    Store.create(path).close()
    with _command(str(path), "--port", "0", "--name", "Torsdag") as command:
        assert command.stdout
        lines = iter(command.stdout.readline, "")
        told = []
        for line in lines:
            told.append(line)
            if "Ctrl-C" in line:
                break
        command.send_signal(ending)
        time.sleep(0.1)
        command.send_signal(ending)  # people press Ctrl-C until something happens
        rest, errors = command.communicate(timeout=60)
    said = "".join(told)
    assert ("Torsdag is live." in said, "http://127.0.0.1:" in said, "█" in said) == (True, True, True)
    assert (command.returncode, errors, "no longer live" in rest) == (0, "", True)


def test_a_strategy_on_its_own_is_told_what_to_do_first(tmp_path: Path) -> None:
    path = tmp_path / "k.yaml"
    path.write_text("organisation: {name: Kystbrygg}\n")
    with pytest.raises(running.NotAStore):
        running.run(str(path), print, ip="127.0.0.1", port=0, public="", name="", seats=1, say=words("en"))


def test_a_missing_extra_is_told_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "find_spec", lambda _: None)
    with pytest.raises(running.NotInstalled, match=r"pip install 'workshoplib\[live\]'"):
        running.run("x", print, ip="127.0.0.1", port=0, public="", name="", seats=1, say=words("en"))


@pytest.mark.parametrize(("ip", "warned"), [("127.0.0.1", False), ("192.0.2.7", True)])
def test_on_a_network_it_says_what_that_means(workshop: Live, ip: str, warned: bool) -> None:
    told = running.introduction(workshop.server, "K", ip, words("en"))
    assert warned == ("Nothing is encrypted" in told)


def test_what_was_agreed_is_not_touched_by_being_live(tmp_path: Path) -> None:
    with live(tmp_path) as workshop:
        before = workshop.store.strategy()
        workshop.store.end(FACILITATOR)
        assert before == workshop.store.strategy()
