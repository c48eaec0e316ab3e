"""What sheets and window say of the block."""

from __future__ import annotations

from openblock.ui.block import Block


def test_a_block_is_known_by_its_name_and_kind():
    block = Block("Paraugkorpuss", "atklātā nodaļa")
    assert (block.name, block.unit_kind, block.demonstration) == (
        "Paraugkorpuss",
        "atklātā nodaļa",
        "",
    )
