"""``python -m tests.catalogue update`` takes the code's words into the catalogues; ``compile``."""

from __future__ import annotations

import sys

from tests.catalogue import words


def update() -> None:
    """Add what is new to each catalogue, drop what is gone, and say what is left to translate."""
    template = words.in_the_code()
    for language in words.LANGUAGES:
        catalogue = words.catalogue(language)
        before = words.keys(catalogue)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        path = words.place(language, "po")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.as_po(catalogue))
        now = words.keys(catalogue)
        empty = sum(1 for each in catalogue if each.id and not all(words.strings(each)))
        print(
            f"{language}: {len(now)} messages, {len(now - before)} new, "
            f"{len(before - now)} gone, {empty} to translate"
        )


def compile_catalogues() -> None:
    """Write the compiled form of each catalogue beside it."""
    for language in words.LANGUAGES:
        path = words.place(language, "mo")
        path.write_bytes(words.as_mo(words.catalogue(language)))
        print(f"{language}: {path.relative_to(words.ROOT)}")


def main() -> int:
    acts = {"update": (update, compile_catalogues), "compile": (compile_catalogues,)}
    wanted = acts.get(sys.argv[1] if len(sys.argv) == 2 else "")
    if wanted is None:
        print("python -m tests.catalogue update | compile", file=sys.stderr)
        return 2
    for act in wanted:
        act()
    return 0


if __name__ == "__main__":
    sys.exit(main())
