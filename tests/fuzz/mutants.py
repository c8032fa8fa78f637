"""Documents gone wrong in every way that one can think of, alike for one seed."""

import base64
import copy
import hashlib
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from blueprint_editor.storage.format import MAX_FILE_BYTES

Raw = dict[str, Any]

STRANGE_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e308,
    -0.0,
    10**30,
    "",
    "x",
    " ",
    "a" * 100_001,
    "\x00",
    "\x1b[31m",
    "\ud800",
    "\udc00\ud800",
    "\ufffe",
    "\u2028",
    "\u202e",
    "🧑‍🦽" * 500,
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1).json",
    "data:text/html,x",
    "file:///etc/passwd",
    "\\\\server\\share\\x.json",
    "//server/x.json",
    "../../../etc/passwd.json",
    "http://",
    "https://exa mple.org",
    "mailto:@",
    "tel:+",
    "2026-02-30",
    "2026-01-01T25:00",
    "٢٠٢٦-٠١-٠١",
    "#GGGGGG",
    "fi-",
    "roll:914",
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"id": "x"},
    [{"id": "x"}] * 50,
    ["x"] * 500,
)

STRANGE_TOKENS: tuple[bytes, ...] = (
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b"1e999",
    b"-1e999",
    b"9" * 5000,
    b"0." + b"1" * 5000,
    b"01",
    b"+1",
    b".5",
    b"0x10",
    b"nul",
    b"'x'",
    b'"\\u12"',
    b'"\\ud83d"',
    b'"\\q"',
    b'"\x01"',
    b"[" * 500 + b"]" * 500,
    b"[" * 100_000,
    b'{"a":' * 5000 + b"1" + b"}" * 5000,
    b"//x",
    b"",
)


def iter_places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield (container, key) of every value inside."""
    todo = [value]
    while todo:
        holder = todo.pop()
        for key, item in list(holder.items() if isinstance(holder, dict) else enumerate(holder)):
            yield holder, key
            if isinstance(item, dict | list):
                todo.append(item)


def pick(random: Random, raw: Raw) -> tuple[Any, Any]:
    return random.choice(list(iter_places(raw)))


def collect_ids(raw: Raw) -> list[str]:
    return [h[k] for h, k in iter_places(raw) if k == "id" and isinstance(h[k], str)] or ["x"]


# Mutations of the raw value -------------------------------------------------------------------


def change_value(random: Random, raw: Raw) -> None:
    holder, key = pick(random, raw)
    holder[key] = copy.deepcopy(random.choice(STRANGE_VALUES))


def change_envelope(random: Random, raw: Raw) -> None:
    raw[random.choice(list(raw))] = copy.deepcopy(random.choice(STRANGE_VALUES))


def drop_value(random: Random, raw: Raw) -> None:
    holder, key = pick(random, raw)
    del holder[key]


def rename_key(random: Random, raw: Raw) -> None:
    holder, key = pick(random, raw)
    if isinstance(holder, dict):
        holder[random.choice(("colr", "", "a/b~c", "__proto__", "\ud800", "id"))] = holder.pop(key)


def swap_values(random: Random, raw: Raw) -> None:
    (first, a), (second, b) = pick(random, raw), pick(random, raw)
    # Copies, so that no value comes to stand inside itself.
    first[a], second[b] = copy.deepcopy(second[b]), copy.deepcopy(first[a])


def change_reference(random: Random, raw: Raw) -> None:
    places = [(h, k) for h, k in iter_places(raw) if isinstance(h[k], str) and len(h[k]) < 64]
    holder, key = random.choice(places)
    holder[key] = random.choice(collect_ids(raw))


def repeat_item(random: Random, raw: Raw) -> None:
    lists = [h[k] for h, k in iter_places(raw) if isinstance(h[k], list) and h[k]]
    if lists:
        chosen = random.choice(lists)
        chosen.extend(copy.deepcopy(random.choice(chosen)) for _ in range(random.choice((1, 300))))


def shuffle_list(random: Random, raw: Raw) -> None:
    lists = [h[k] for h, k in iter_places(raw) if isinstance(h[k], list)]
    if lists:
        random.shuffle(random.choice(lists))


def close_circles(random: Random, raw: Raw) -> None:
    """Let marks solve each other and teams be members of each other, all round."""
    document = raw.get("document")
    if not isinstance(document, dict):
        return
    cards = [card["id"] for card in document.get("cards", []) if "id" in card] or ["x"]
    count = random.choice((1, 2, 3_000))
    document["marks"] = [
        {"id": f"g{i}", "target": cards[0], "kind": "risk", "solves": f"g{(i + 1) % count}"}
        for i in range(count)
    ]
    document["actors"] = [
        {"id": f"t{i}", "name": "", "members": [f"t{(i + 1) % count}"]} for i in range(count)
    ]


def nest_snapshots(_random: Random, raw: Raw) -> None:
    inner = copy.deepcopy(raw.get("document"))
    for number in range(30):
        inner = {
            "id": "d",
            "title": "",
            "language": "fi",
            "snapshots": [{"id": f"s{number}", "name": "", "at": "2026-01-01", "document": inner}],
        }
    raw["document"] = inner


def make_png_bomb(width: int, height: int, rows: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    pixels = zlib.compress(bytes((width * 3 + 1) * rows)) if rows else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
HOSTILE_IMAGES: tuple[tuple[str, bytes], ...] = (
    ("image/png", make_png_bomb(60_000, 60_000, 0)),
    ("image/png", make_png_bomb(6_000, 6_000, 1)),
    ("image/png", make_png_bomb(1, 1, 1)[:40]),
    ("image/jpeg", b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x11\0"),
    ("image/jpeg", b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x08\x00\x08\x01\x11\0" + bytes(99)),
    ("image/jpeg", make_png_bomb(1, 1, 1)),
    ("image/svg+xml", _SVG.format("<script>alert(1)</script>").encode()),
    ("image/svg+xml", _SVG.format('<image href="file:///etc/passwd"/>').encode()),
    ("image/svg+xml", _SVG.format('<rect onload="x()" width="1" height="1"/>').encode()),
    ("image/svg+xml", b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'),
    ("image/svg+xml", _SVG.format("<g>" * 20_000).encode()),
    ("image/svg+xml", _SVG.format('<path d="M0 0' + "L1 1" * 30_000 + '"/>').encode()),
    ("image/svg+xml", _SVG.format('<path d="M0 0L1e999 nan"/>').encode()),
    ("image/svg+xml", _SVG.format('<path d="M0 0L1 1" fill="#000000"/>' * 2_000).encode()),
    ("image/svg+xml", "<svg/>".encode("utf-16")),
    ("text/html", b"<script>"),
)


def add_hostile_image(random: Random, raw: Raw) -> None:
    media_type, data = random.choice(HOSTILE_IMAGES)
    encoded = base64.b64encode(data).decode()
    if random.random() < 0.2:
        encoded = random.choice((encoded[:-1], encoded + "=", encoded[:9] + "ä" + encoded[9:], "="))
    asset_id = "a" + hashlib.sha256(data).hexdigest()[: random.choice((63, 63, 63, 62))]
    document = raw.get("document")
    if isinstance(document, dict):
        document["assets"] = [{"id": asset_id, "media_type": media_type, "data": encoded}]
        for card in document.get("cards", [])[:1]:
            if isinstance(card, dict):
                card["image"] = {"asset": asset_id}


VALUE_MUTATIONS: tuple[Callable[[Random, Raw], None], ...] = (
    change_value,
    change_value,
    change_value,
    change_envelope,
    drop_value,
    rename_key,
    swap_values,
    change_reference,
    change_reference,
    repeat_item,
    shuffle_list,
    close_circles,
    nest_snapshots,
    add_hostile_image,
)

# Mutations of the text ------------------------------------------------------------------------


def _find_values(data: bytes) -> list[int]:
    return [i + 2 for i in range(len(data) - 2) if data[i : i + 2] == b": "]


def put_token(random: Random, data: bytes) -> bytes:
    place = random.choice(_find_values(data) or [0])
    end = data.find(b"\n", place)
    return data[:place] + random.choice(STRANGE_TOKENS) + data[end:]


def repeat_key(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    with_key = [i for i, line in enumerate(lines) if b'": ' in line and line.endswith(b",")]
    if with_key:
        place = random.choice(with_key)
        lines.insert(place, lines[place])
    return b"\n".join(lines)


def cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def change_bytes(random: Random, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 50))):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def insert_bytes(random: Random, data: bytes) -> bytes:
    place = random.randrange(len(data))
    inserted = random.choice(
        (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x00", b"\xef\xbb\xbf", b'"', b"}")
    )
    return data[:place] + inserted * random.choice((1, 2, 999)) + data[place:]


def drop_bytes(random: Random, data: bytes) -> bytes:
    place = random.randrange(len(data))
    return data[:place] + data[place + random.choice((1, 5, 200)) :]


def encode_otherwise(random: Random, data: bytes) -> bytes:
    encoding = random.choice(("utf-16", "utf-32", "utf-7", "latin-1"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


def repeat_whole(random: Random, data: bytes) -> bytes:
    return data * random.choice((2, 3))


TEXT_MUTATIONS: tuple[Callable[[Random, bytes], bytes], ...] = (
    put_token,
    put_token,
    repeat_key,
    cut_off,
    change_bytes,
    insert_bytes,
    drop_bytes,
    encode_otherwise,
    repeat_whole,
)


def make_base64_bomb(data: bytes) -> bytes:
    """Return a document with an image of more bytes than an image may have."""
    raw = json.loads(data)
    zeros = bytes(20 * 1024 * 1024 + 1)
    asset_id = "a" + hashlib.sha256(zeros).hexdigest()[:63]
    encoded = base64.b64encode(zeros).decode()
    raw["document"]["assets"] = [{"id": asset_id, "media_type": "image/png", "data": encoded}]
    return json.dumps(raw).encode()


def make_large() -> bytes:
    """Return a file one MiB over the limit."""
    return b" " * (MAX_FILE_BYTES + 1024 * 1024)


def make_mutant(data: bytes, seed: int) -> bytes:
    """Return a document file with one to three things gone wrong."""
    random = Random(seed)
    if random.random() < 0.4:
        for _ in range(random.choice((1, 1, 2))):
            data = random.choice(TEXT_MUTATIONS)(random, data) or b" "
        return data
    raw = json.loads(data)
    for _ in range(random.choice((1, 1, 2, 3))):
        random.choice(VALUE_MUTATIONS)(random, raw)
    # Our own layout, so that a mutant differs from its origin in the mutation only.
    return json.dumps(raw, indent=1, ensure_ascii=random.random() < 0.5).encode(
        "utf-8", "surrogatepass"
    )
