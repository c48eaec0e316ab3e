"""The posts of the block, and who may stand on them beside those whose own post it is."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, Versioned


class Post(Versioned, Base):
    """A post that asks for a qualification; a post not listed here asks for none (RO-11)."""

    __tablename__ = "posts"
    __table_args__ = (UniqueConstraint("name"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))


class PostHolder(Base):
    """An officer who may stand on a post that is not the officer's own."""

    __tablename__ = "post_holders"
    __table_args__ = (UniqueConstraint("post_id", "officer_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
