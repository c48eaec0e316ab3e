"""Tests of opening: whatever is not exactly our file is refused with its own code, untouched."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from openblock.errors import StorageTrouble
from openblock.migrations.upgrade import newest
from openblock.storage import cipher, engine, place
from openblock.storage.check import check_file
from openblock.storage.cipher import APPLICATION_ID, connect
from openblock.storage.engine import close_engine, create_file, open_file, schema_version
from openblock.storage.slots import key_file_of

OTHER_KEY = bytes(range(32))


def refused(path, dek, **options):
    """The code a file is refused with; the file must be as it was before."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StorageTrouble) as trouble:
        close_engine(open_file(path, dek, **options), path)
    assert (path.read_bytes() if path.is_file() else None) == before
    return trouble.value.code


def plain_file(path):
    connection = driver.connect(path)
    connection.execute("CREATE TABLE a (b)")
    connection.close()


def test_a_file_opens_with_everything_set_as_it_must_be(blank_file):
    opened = open_file(blank_file.path, blank_file.dek, newest=newest())
    with opened.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    close_engine(opened, blank_file.path)
    assert asked == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_nothing_of_the_file_is_readable_without_the_key(blank_file):
    content = blank_file.path.read_bytes()
    assert not content.startswith(cipher.PLAIN_HEADER)
    assert b"audit_row" not in content


def test_a_new_file_is_only_for_its_owner(tmp_path):
    path = tmp_path / "new.openblock"
    create_file(path, OTHER_KEY)
    assert path.stat().st_mode & 0o077 == 0
    opened = open_file(path, OTHER_KEY)
    assert schema_version(opened) == 0
    close_engine(opened, path)


def test_a_file_that_is_there_is_never_made_anew(blank_file):
    before = blank_file.path.read_bytes()
    with pytest.raises(StorageTrouble, match="file-exists"):
        create_file(blank_file.path, blank_file.dek)
    assert blank_file.path.read_bytes() == before


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(StorageTrouble, match="file-missing"):
        create_file(tmp_path / "nowhere" / "new.openblock", OTHER_KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_not_created(tmp_path):
    assert refused(tmp_path / "none.openblock", OTHER_KEY) == "file-missing"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_file(tmp_path):
    assert refused(tmp_path, OTHER_KEY) == "file-missing"


def test_an_empty_file_is_not_taken_for_an_empty_block(tmp_path):
    path = tmp_path / "empty.openblock"
    path.touch()
    assert refused(path, OTHER_KEY) == "file-empty"


def test_a_plain_file_is_never_accepted(tmp_path):
    path = tmp_path / "plain.openblock"
    plain_file(path)
    assert refused(path, OTHER_KEY) == "file-not-encrypted"


def test_an_encrypted_file_of_another_programme_is_refused(tmp_path):
    path = tmp_path / "other.openblock"
    connection = connect(path, OTHER_KEY, mode="rwc")
    connection.execute("CREATE TABLE a (b)")
    connection.close()
    assert refused(path, OTHER_KEY) == "file-not-ours"


def test_a_file_of_a_newer_programme_is_refused(blank_file):
    connection = connect(blank_file.path, blank_file.dek)
    connection.execute("PRAGMA user_version=9999")
    connection.close()
    assert refused(blank_file.path, blank_file.dek, newest=newest()) == "file-newer"


def test_another_key_is_told_apart_from_a_damaged_file(blank_file):
    assert refused(blank_file.path, OTHER_KEY) == "wrong-key"
    content = bytearray(blank_file.path.read_bytes())
    content[:100] = bytes(100)
    blank_file.path.write_bytes(content)
    assert refused(blank_file.path, blank_file.dek) == "file-damaged"


def spoil(content, way):
    """The kinds of bad file measured in the design, on a good file's bytes."""
    half = len(content) // 2
    return {
        "header destroyed": bytes(100) + content[100:],
        "salt changed": bytes([content[0] ^ 1]) + content[1:],
        "cut in the middle": content[:half],
        "cut in the middle of a page": content[: half + 1000],
        "only the header": content[:100],
        "one byte": content[:1],
        "first page lost": content[4096:],
        "zeroes": bytes(len(content)),
        "noise": random.Random(1).randbytes(len(content)),
        "a text": b"Dienesta grafiks\n" * 500,
        "a zip": b"PK\x03\x04" + content[4:],
        "one page zeroed": content[:8192] + bytes(4096) + content[12288:],
        "two pages swapped": content[:4096]
        + content[8192:12288]
        + content[4096:8192]
        + content[12288:],
        "a page repeated": content[:8192] + content[4096:8192] + content[12288:],
        "one bit": content[:9000] + bytes([content[9000] ^ 4]) + content[9001:],
    }[way]


@pytest.mark.parametrize(
    "way",
    [
        "header destroyed",
        "salt changed",
        "cut in the middle",
        "cut in the middle of a page",
        "only the header",
        "one byte",
        "first page lost",
        "zeroes",
        "noise",
        "a text",
        "a zip",
        "one page zeroed",
        "two pages swapped",
        "a page repeated",
        "one bit",
    ],
)
def test_every_kind_of_bad_file_is_noticed(blank_file, way):
    bad = spoil(blank_file.path.read_bytes(), way)
    blank_file.path.write_bytes(bad)
    report = check_file(blank_file.path, blank_file.dek, newest=newest())
    assert not report.is_clean
    assert {each.code for each in report.findings} <= {"file-damaged", "wrong-key"}
    assert blank_file.path.read_bytes() == bad


def test_a_tail_hung_on_does_no_harm_and_is_noticed(blank_file):
    blank_file.path.write_bytes(blank_file.path.read_bytes() + bytes(4096))
    opened = open_file(blank_file.path, blank_file.dek, newest=newest())
    with opened.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM audit_row")).scalar_one() == 0
    close_engine(opened, blank_file.path)
    report = check_file(blank_file.path, blank_file.dek)
    assert [each.code for each in report.findings] == ["file-damaged"]


@pytest.mark.parametrize("way", ["-wal", "-journal", "-shm"])
def test_rubbish_that_does_no_harm_is_no_trouble(blank_file, way):
    rubbish = random.Random(2).randbytes(5000)
    blank_file.path.with_name(blank_file.path.name + way).write_bytes(rubbish)
    assert check_file(blank_file.path, blank_file.dek, newest=newest()).is_clean


def test_a_file_that_may_not_be_written_is_refused(blank_file, monkeypatch):
    if os.getuid() != 0:
        blank_file.path.chmod(0o400)
    else:  # root may write everything, so the question is answered for it
        monkeypatch.setattr(engine.os, "access", lambda _path, mode: not mode & os.W_OK)
    assert refused(blank_file.path, blank_file.dek) == "file-read-only"


def test_a_network_share_is_refused(blank_file, tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")
    share = place.is_network_share
    monkeypatch.setattr(engine, "is_network_share", lambda path: share(path, mounts))
    assert refused(blank_file.path, blank_file.dek) == "network-share"
    with pytest.raises(StorageTrouble, match="network-share"):
        create_file(tmp_path / "new", OTHER_KEY)


def test_a_library_that_does_not_encrypt_is_refused(tmp_path):
    """The system's SQLite, loaded in the place of ours, ignores the key and says nothing."""
    library = next(
        Path("/usr/lib").glob("*/libsqlite3.so.0"),
        None,
    )
    if library is None:
        pytest.skip("no system SQLite to load in its place")
    path = tmp_path / "new.openblock"
    script = (
        "import sys; from pathlib import Path\n"
        "from openblock.errors import StorageTrouble\n"
        "from openblock.storage.engine import create_file\n"
        f"try: create_file(Path({str(path)!r}), bytes(32))\n"
        "except StorageTrouble as trouble: print(trouble.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "cipher-missing"
    assert not path.exists()


def test_an_old_library_is_refused(blank_file, monkeypatch):
    monkeypatch.setattr(cipher, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(StorageTrouble) as trouble:
        open_file(blank_file.path, blank_file.dek)
    assert trouble.value.code == "sqlite-too-old"
    assert trouble.value.facts["needed"] == "99.0.0"


def test_a_new_file_that_came_out_plain_is_removed_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "_write_empty", lambda path, _dek: plain_file(path))
    with pytest.raises(StorageTrouble, match="cipher-missing"):
        create_file(tmp_path / "new.openblock", OTHER_KEY)
    assert list(tmp_path.iterdir()) == []


def test_the_bytes_are_not_looked_at_while_the_file_is_open_here(blank_file, monkeypatch):
    opened = open_file(blank_file.path, blank_file.dek)
    monkeypatch.setattr(engine, "_first_bytes", lambda _path: pytest.fail("read the live file"))
    second = open_file(blank_file.path, blank_file.dek)
    close_engine(second, blank_file.path)
    close_engine(opened, blank_file.path)
    assert not engine.is_open_here(blank_file.path)


def test_a_reader_is_not_kept_waiting_by_a_writer(blank_file):
    opened = open_file(blank_file.path, blank_file.dek)
    readers = opened.execution_options(readonly=True)
    with opened.begin() as writer, readers.connect() as reader:
        writer.execute(text("INSERT INTO storage_fact VALUES ('a', 'b')"))
        assert reader.execute(text("SELECT count(*) FROM storage_fact")).scalar_one() == 0
    close_engine(opened, blank_file.path)


def test_a_file_opens_without_its_key_file_too(blank_file):
    key_file_of(blank_file.path).unlink()
    close_engine(open_file(blank_file.path, blank_file.dek), blank_file.path)
    assert refused(blank_file.path, OTHER_KEY) == "wrong-key"


def test_the_application_id_spells_our_name():
    assert APPLICATION_ID.to_bytes(4, "big") == b"OBLK"
