"""Words for what accounts, passwords, settings and the door can refuse, with the way out."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _, format_degrees, format_minute, n_
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _whole(facts: Facts, name: str) -> int:
    return int(str(facts[name]))


def _name_missing(_facts: Facts) -> str:
    return _("Type the surname and the given name.")


def _name_too_long(facts: Facts) -> str:
    return _("The name has {length} characters; there is room for {longest}.").format(
        length=fact(facts, "length"), longest=fact(facts, "longest")
    )


def _name_unreadable(_facts: Facts) -> str:
    return _("There is a character in it that cannot be read or printed. Type it by hand.")


def _name_taken(facts: Facts) -> str:
    return _(
        "{name} is already in the list. Two people of the same name: add the badge number or the "
        "father's name to one of them."
    ).format(name=fact(facts, "name"))


def _password_too_short(facts: Facts) -> str:
    return n_(
        "The password needs {number} character at least. A short sentence is easy to remember.",
        "The password needs {number} characters at least. A short sentence is easy to remember.",
        _whole(facts, "shortest"),
    )


def _password_too_long(facts: Facts) -> str:
    return _("The password has {length} characters; {longest} are the most.").format(
        length=fact(facts, "length"), longest=fact(facts, "longest")
    )


def _password_is_name(_facts: Facts) -> str:
    return _("The name is the first thing that would be tried. Choose another password.")


def _passwords_differ(_facts: Facts) -> str:
    return _("The two passwords are not the same. Type it again.")


def _same_password(_facts: Facts) -> str:
    return _("This is the password you have now. Choose another one.")


def _last_administrator(_facts: Facts) -> str:
    return _(
        "This is the last administrator. Make somebody else administrator first: without one "
        "nobody could add people or give new passwords."
    )


def _already_set_up(_facts: Facts) -> str:
    return _("This file already has its first administrator. Sign in instead.")


def _role_unknown(_facts: Facts) -> str:
    return _("Choose a role from the list.")


def _language_unknown(_facts: Facts) -> str:
    return _("Choose a language from the list.")


def _theme_unknown(_facts: Facts) -> str:
    return _("Choose a look from the list.")


def _text_size_unknown(_facts: Facts) -> str:
    return _("Choose a text size from the list.")


def _account_gone(_facts: Facts) -> str:
    return _("This account is not there any more. Look at the list again.")


def _account_inactive(_facts: Facts) -> str:
    return _("This person may not sign in any more. Ask an administrator.")


def _no_such_slot(_facts: Facts) -> str:
    return _("This person may not sign in any more. Look at the list again.")


def _last_slot(_facts: Facts) -> str:
    return _("The last password that opens the file cannot be taken away.")


def _setting_unknown(facts: Facts) -> str:
    return _("There is no setting named {key}.").format(key=fact(facts, "key"))


def _setting_kind(_facts: Facts) -> str:
    return _("This value cannot stand here. Type it again.")


def _setting_range(facts: Facts) -> str:
    low, high = _whole(facts, "lowest"), _whole(facts, "highest")
    if facts["kind"] == "time_of_day":
        return _("Type a time from {first} to {last}.").format(
            first=format_minute(low), last=format_minute(high)
        )
    if facts["kind"] == "degrees":
        return _("Type degrees from {lowest} to {highest}.").format(
            lowest=format_degrees(low), highest=format_degrees(high)
        )
    return _("Type a number from {lowest} to {highest}.").format(lowest=low, highest=high)


def _setting_missing(_facts: Facts) -> str:
    return _("This cannot be left empty.")


def _setting_too_long(facts: Facts) -> str:
    return _("This has {length} characters; there is room for {longest}.").format(
        length=fact(facts, "length"), longest=fact(facts, "longest")
    )


def _folder_missing(facts: Facts) -> str:
    return _("There is no folder {folder}. Connect the disk or choose another one.").format(
        folder=fact(facts, "folder")
    )


def _recovery_groups(_facts: Facts) -> str:
    return _("These are not the groups of the key shown. Read them from the paper again.")


def _folders_equal(_facts: Facts) -> str:
    return _("The second place must be another one than the first, best on another disk.")


def _file_exists(facts: Facts) -> str:
    return _("There is already a file {path}. It is left as it is; choose another name.").format(
        path=fact(facts, "path")
    )


WORDS = {
    "account-gone": _account_gone,
    "account-inactive": _account_inactive,
    "already-set-up": _already_set_up,
    "block-file-exists": _file_exists,
    "folder-missing": _folder_missing,
    "folders-equal": _folders_equal,
    "language-unknown": _language_unknown,
    "last-administrator": _last_administrator,
    "last-slot": _last_slot,
    "name-missing": _name_missing,
    "name-taken": _name_taken,
    "name-too-long": _name_too_long,
    "name-unreadable": _name_unreadable,
    "no-such-slot": _no_such_slot,
    "password-is-name": _password_is_name,
    "password-too-long": _password_too_long,
    "password-too-short": _password_too_short,
    "passwords-differ": _passwords_differ,
    "recovery-groups-differ": _recovery_groups,
    "role-unknown": _role_unknown,
    "same-password": _same_password,
    "setting-kind": _setting_kind,
    "setting-missing": _setting_missing,
    "setting-out-of-range": _setting_range,
    "setting-too-long": _setting_too_long,
    "setting-unknown": _setting_unknown,
    "text-size-unknown": _text_size_unknown,
    "theme-unknown": _theme_unknown,
}
