"""Binary messages that claim what they do not hold are not read."""

import struct

import pytest
from jupyter_server.services.kernels.connection.base import serialize_binary_message, serialize_msg_to_ws_v1

from workshoplib.live.channels import is_sound

MESSAGE = {"header": {}, "parent_header": {}, "metadata": {}, "content": {"text": "words"}, "buffers": [b"abc", b""]}


def test_a_page_s_own_messages_are_sound_in_both_protocols() -> None:
    newer = serialize_msg_to_ws_v1([b"{}", b"{}", b"{}", b"{}"], "shell")
    assert (is_sound(newer, v1=True), is_sound(serialize_binary_message(dict(MESSAGE)), v1=False)) == (True, True)


@pytest.mark.parametrize("parts", [6 << 24, 2**31 - 1, 1000, 0, -1])
def test_a_message_of_the_older_protocol_with_parts_that_it_has_no_room_for_is_not(parts: int) -> None:
    assert not is_sound(struct.pack("!i", parts) + bytes(100), v1=False)


@pytest.mark.parametrize("parts", [2**60, 2**64 - 1, 14])
def test_a_message_of_the_newer_protocol_with_parts_that_it_has_no_room_for_is_not(parts: int) -> None:
    assert not is_sound(parts.to_bytes(8, "little") + bytes(100), v1=True)


def test_a_message_of_one_protocol_is_not_read_by_the_rules_of_the_other() -> None:
    assert not is_sound(serialize_msg_to_ws_v1([b"{}", b"{}", b"{}", b"{}"], "shell"), v1=False)
