"""Words for what the file, the disk, the keys and the backups can refuse, with the way out."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _, n_
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


def _open_elsewhere(_facts: Facts) -> str:
    return _(
        "The block's file is open in another window of the programme. Go on there, or close it "
        "first."
    )


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


def _backup_failed(_facts: Facts) -> str:
    return _(
        "The backup was not made. Earlier backups are untouched. Look whether the backup place is "
        "connected and has room."
    )


def _backup_damaged(_facts: Facts) -> str:
    return _("This backup is damaged and was not used. Choose another one from the list.")


def _backup_missing(_facts: Facts) -> str:
    return _("The backup is not there any more. Connect the disk it is on, or choose another one.")


def _backup_place(facts: Facts) -> str:
    place = fact(facts, "folder") if "folder" in facts else fact(facts, "path")
    return _("The backup place {folder} is not there. Connect the disk.").format(folder=place)


def _findings(facts: Facts) -> str:
    return n_(
        "The check found {number} fault in the file. Restore a backup.",
        "The check found {number} faults in the file. Restore a backup.",
        int(str(facts.get("number", 1))),
    )


def _write_failed(facts: Facts) -> str:
    return _("The file could not be written: {file}. Choose another folder.").format(
        file=_file(facts)
    )


def _no_printer(_facts: Facts) -> str:
    return _("No printer is set up on this computer. Save the sheet as a PDF instead.")


def _print_refused(facts: Facts) -> str:
    return _("The printer did not take the job: {reason}. Nothing was printed.").format(
        reason=fact(facts, "reason")
    )


def _sheet_unreadable(_facts: Facts) -> str:
    return _("The sheet cannot be shown. Close the preview and open it again.")


WORDS = {
    "backup-damaged": _backup_damaged,
    "backup-failed": _backup_failed,
    "backup-missing": _backup_missing,
    "backup-place-missing": _backup_place,
    "cancelled": _cancelled,
    "changed-meanwhile": _changed_meanwhile,
    "check-findings": _findings,
    "cipher-missing": _cipher_missing,
    "disk-full": _disk_full,
    "file-busy": _busy,
    "file-damaged": _damaged,
    "file-empty": _file_empty,
    "file-missing": _file_missing,
    "file-newer": _newer,
    "file-not-encrypted": _not_encrypted,
    "file-not-ours": _not_ours,
    "file-open-elsewhere": _open_elsewhere,
    "file-read-only": _read_only,
    "keys-damaged": _keys_damaged,
    "keys-missing": _keys_missing,
    "network-share": _share,
    "no-printer": _no_printer,
    "not-allowed": _not_allowed,
    "print-refused": _print_refused,
    "recovery-key-mistyped": _mistyped_recovery,
    "sheet-unreadable": _sheet_unreadable,
    "signed-out": _signed_out,
    "sqlite-too-old": _too_old,
    "wait": _wait,
    "write-failed": _write_failed,
    "wrong-key": _wrong_key,
    "wrong-password": _wrong_password,
    "wrong-recovery-key": _wrong_recovery,
}
