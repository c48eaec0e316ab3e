"""Words for what the file, the disk, the keys and the backups can refuse, with the way out."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _
from openblock.ui.messages.facts import fact, wait

Facts = Mapping[str, object]


def _file(facts: Facts) -> str:
    return fact(facts, "path") if "path" in facts else _("the block's file")


def _file_missing(facts: Facts) -> str:
    return _(
        "The block's file is not where it was: {file}. Connect the disk it is on, or restore a "
        "backup. No new file is made over it."
    ).format(file=_file(facts))


def _file_empty(_facts: Facts) -> str:
    return _("The block's file is empty: something cut it off. Restore the newest backup.")


def _not_encrypted(_facts: Facts) -> str:
    return _(
        "The block's file is not encrypted, so it is not opened: it was replaced or made by "
        "another programme. Restore a backup, and tell the administrator."
    )


def _not_ours(_facts: Facts) -> str:
    return _("This file belongs to another programme. Choose the block's own file.")


def _newer(_facts: Facts) -> str:
    return _(
        "The block's file was written by a newer version of OpenBlock. Update the programme on "
        "this computer; the file is left as it is."
    )


def _damaged(_facts: Facts) -> str:
    return _(
        "The block's file is damaged. Nothing in it was changed. Restore the newest backup; the "
        "damaged file is put aside and kept."
    )


def _wrong_key(_facts: Facts) -> str:
    return _(
        "The key file and the block's file do not belong together. Put the key file back that was "
        "kept with it, or restore a backup, which carries both."
    )


def _cipher_missing(_facts: Facts) -> str:
    return _(
        "The encryption library is not there or is not the one delivered with the programme, so "
        "the block's file is not opened. Install OpenBlock again."
    )


def _too_old(_facts: Facts) -> str:
    return _(
        "The database library on this computer is too old to keep the file safe. Install OpenBlock "
        "again with the libraries it came with."
    )


def _share(facts: Facts) -> str:
    return _(
        "The block's file is on a network share ({file}), where it can be damaged. Move it to this "
        "computer's own disk; several workstations need a PostgreSQL server."
    ).format(file=_file(facts))


def _read_only(facts: Facts) -> str:
    return _(
        "The block's file cannot be written: {file}. Ask for the right to write there."
    ).format(file=_file(facts))


def _disk_full(_facts: Facts) -> str:
    return _(
        "The disk is full, so this was not saved; everything saved earlier is safe. Free some "
        "space and do it again: the programme need not be closed."
    )


def _busy(_facts: Facts) -> str:
    return _("Somebody else is writing to the file just now. Nothing was saved; do it again.")


def _keys_missing(_facts: Facts) -> str:
    return _(
        "The key file beside the block's file is missing, so nobody can sign in. Put it back, or "
        "restore a backup, which carries it."
    )


def _keys_damaged(_facts: Facts) -> str:
    return _(
        "The key file was changed or damaged and is not used. Restore a backup, which carries its "
        "own, or use the recovery key."
    )


def _wrong_password(_facts: Facts) -> str:
    return _("The password is not right. Look at Caps Lock and the keyboard's language.")


def _wrong_recovery(_facts: Facts) -> str:
    return _("The recovery key is not right. Compare it with the printed sheet, group by group.")


def _mistyped_recovery(_facts: Facts) -> str:
    return _("There is a typing mistake in the recovery key. Compare it with the printed sheet.")


def _wait(facts: Facts) -> str:
    return _("Too many wrong passwords. Try again in {wait}.").format(
        wait=wait(int(str(facts.get("seconds", 0))))
    )


def _changed_meanwhile(facts: Facts) -> str:
    if "who" in facts and "when" in facts:
        return _(
            "{who} changed this at {when}, while you had it open. Yours is not saved: look at what "
            "stands there now and do it again."
        ).format(who=fact(facts, "who"), when=fact(facts, "when"))
    return _(
        "Somebody changed this while you had it open. Yours is not saved: look at what stands "
        "there now and do it again."
    )


def _not_allowed(_facts: Facts) -> str:
    return _("Your role may not do this. It was not done, and the attempt is in the log.")


def _signed_out(_facts: Facts) -> str:
    return _("Nobody is signed in. Sign in and do it again.")


def _cancelled(_facts: Facts) -> str:
    return _("Stopped. Nothing was changed.")


def _backup_damaged(_facts: Facts) -> str:
    return _("This backup is damaged and was not used. Choose another one from the list.")


def _backup_folder(facts: Facts) -> str:
    return _(
        "The backup place {folder} cannot be written, so no backup was made; earlier ones are "
        "untouched. Connect the disk, or choose another place in the settings."
    ).format(folder=fact(facts, "path"))


def _second_folder(facts: Facts) -> str:
    return _(
        "The backup was made and verified, but not copied to the second place {folder}. Connect "
        "that disk and back up again."
    ).format(folder=fact(facts, "path"))


def _store_closed(_facts: Facts) -> str:
    return _("The window was locked meanwhile, so this was not done. Sign in and do it again.")


def _file_exists(facts: Facts) -> str:
    return _("There is already a file {file}. It is left as it is; choose another name.").format(
        file=_file(facts)
    )


def _keys_of_another(_facts: Facts) -> str:
    return _(
        "The key file beside the block's file belongs to another file. Put its own key file back, "
        "or restore a backup, which carries both."
    )


def _keys_rolled_back(_facts: Facts) -> str:
    return _(
        "The key file is an older one than the block's file knows: somebody put back a former "
        "state of it. Put the newest one back, or restore a backup, and tell the administrator."
    )


def _broke_links(_facts: Facts) -> str:
    return _(
        "The file could not be brought up to this version of the programme and stays as it was. "
        "Go on with the former version and send the file's check to whoever looks after it."
    )


def _link_broken(facts: Facts) -> str:
    return _("Row {row} of {table} points to something that is not there.").format(
        row=fact(facts, "row"), table=fact(facts, "table")
    )


def _schema_older(_facts: Facts) -> str:
    return _("The file is of an older version; opening it in this programme brings it up to date.")


def _audit_missing(facts: Facts) -> str:
    return _(
        "Row {number} of the log is missing: somebody took it out or changed the order."
    ).format(number=fact(facts, "number"))


def _audit_altered(facts: Facts) -> str:
    return _("Row {number} of the log was changed after it was written.").format(
        number=fact(facts, "number")
    )


def _audit_anchor(facts: Facts) -> str:
    return _(
        "Row {number} of the log is not the one that was printed or backed up: the log was "
        "written anew."
    ).format(number=fact(facts, "number"))


def _audit_tail(facts: Facts) -> str:
    return _(
        "The log ends at row {last}, but row {number} was already printed or backed up: its end "
        "was cut off."
    ).format(last=fact(facts, "last"), number=fact(facts, "number"))


WORDS = {
    "audit-anchor-differs": _audit_anchor,
    "audit-row-altered": _audit_altered,
    "audit-row-missing": _audit_missing,
    "audit-tail-cut": _audit_tail,
    "backup-damaged": _backup_damaged,
    "backup-folder": _backup_folder,
    "cancelled": _cancelled,
    "changed-meanwhile": _changed_meanwhile,
    "cipher-missing": _cipher_missing,
    "disk-full": _disk_full,
    "file-busy": _busy,
    "file-damaged": _damaged,
    "file-empty": _file_empty,
    "file-exists": _file_exists,
    "file-missing": _file_missing,
    "file-newer": _newer,
    "file-not-encrypted": _not_encrypted,
    "file-not-ours": _not_ours,
    "file-read-only": _read_only,
    "keys-damaged": _keys_damaged,
    "keys-missing": _keys_missing,
    "keys-of-another-file": _keys_of_another,
    "keys-rolled-back": _keys_rolled_back,
    "link-broken": _link_broken,
    "network-share": _share,
    "not-allowed": _not_allowed,
    "recovery-key-mistyped": _mistyped_recovery,
    "schema-older": _schema_older,
    "second-folder": _second_folder,
    "signed-out": _signed_out,
    "sqlite-too-old": _too_old,
    "store-closed": _store_closed,
    "upgrade-broke-links": _broke_links,
    "wait": _wait,
    "wrong-key": _wrong_key,
    "wrong-password": _wrong_password,
    "wrong-recovery-key": _wrong_recovery,
}
