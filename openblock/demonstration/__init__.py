"""The demonstration block: invented officers and residents, a roster and rooms to look at.

The same day gives the same block. It lives in a temporary folder that goes when it is closed.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openblock import clock
from openblock.demonstration.grounds import Grounds
from openblock.demonstration.house import build
from openblock.demonstration.lived_roster import LivedRoster
from openblock.demonstration.living import Living
from openblock.demonstration.plan import plan
from openblock.demonstration.practice import Practice
from openblock.features.accounts import commands as accounts
from openblock.features.accounts import queries as accounts_queries
from openblock.features.accounts.rights import Role, may
from openblock.features.accounts.session.opening import stand_at_door
from openblock.features.roster.commands import StartRoster, start_roster
from openblock.features.shadowing.commands import (
    LinkTrainee,
    StartPractice,
    link_trainee,
    start_practice,
)
from openblock.features.shadowing.queries import trainees
from openblock.features.staff import queries as staff_queries
from openblock.features.staff.commands import LinkOfficer, import_officers, link_officer
from openblock.features.staff.sheets import staff_columns, staff_import, staff_intake
from openblock.i18n import _, language
from openblock.importing.columns import guess_mapping, headed
from openblock.importing.preview import preview
from openblock.importing.table import read_table
from openblock.migrations.upgrade import create, newest
from openblock.resources import resource
from openblock.storage import keys
from openblock.storage.store import Actor, Store, open_store

# Nothing here is secret: the people are invented, and the window shows the password.
PASSWORD = "paraugkorpuss"  # noqa: S105
BLOCK_NAME = "Atklātā cietuma paraugkorpuss"
NEEDED_ON_DUTY = 5
ADMINISTRATOR = "Ģērķlauks Žanis"
ON_DUTY = "Dzērvgals Ķirils"
TRAINEE = ("Ābeltiņa", "Šarlote")
TEACHING = "Krēsliņa Vizma"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The open demonstration block, its duty officer signed in, and the folder it lives in."""

    store: Store
    folder: Path

    @property
    def path(self) -> Path:
        """The file of the demonstration block."""
        return self.store.path

    def remove(self) -> None:
        """Take the whole demonstration away; its file must be closed."""
        shutil.rmtree(self.folder, ignore_errors=True)


def notice() -> str:
    """What the window says above its tabs while the block is a demonstration."""
    return _(
        "Demonstration: the people are invented, and nothing is kept. Password: {password}"
    ).format(password=PASSWORD)


def remark() -> str:
    """What a sheet of the demonstration says in its foot."""
    return _("DEMONSTRATION: invented people")


def open_demonstration(day: date | None = None) -> Demonstration:
    """Make the demonstration block as it stands on ``day`` (today) and sign its officer in."""
    folder = Path(tempfile.mkdtemp(prefix="openblock-demonstration-"))
    path = folder / "demonstration.openblock"
    made = keys.create_keys(path, ADMINISTRATOR, PASSWORD)
    create(path, made.dek)
    store = open_store(path, made.dek, may=may, newest=newest())
    try:
        administrator, officer = _people_in(store, made.slot.slot_id)
        _staff_in(store)
        build(store)
        Living(store, day or clock.today(), _contact_officers(store)).happen()
        store.run(start_roster, StartRoster(needed=NEEDED_ON_DUTY))
        store.run(start_practice, StartPractice())
        plan(store, day or clock.today())
        LivedRoster(store, day or clock.today()).happen()
        practice = Practice(store, day or clock.today())
        practice.happen()
        trainee = _own_accounts(store, practice)
        teacher = _added(store, TEACHING, Role.PROGRAMME_COORDINATOR)
        Grounds(store, day or clock.today()).happen(administrator, teacher)
        # The window shows the password, so nobody is asked for another one at the door.
        for actor in (trainee, teacher, officer):
            store.sign_out()
            store.sign_in(actor)
            store.run(accounts.note_password_changed, accounts.NotePasswordChanged())
    except BaseException:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Demonstration(store, folder)


def _people_in(store: Store, first_slot: str) -> tuple[Actor, Actor]:
    """The administrator and the duty officer; the administrator stays signed in for the rest."""
    stand_at_door(store, ADMINISTRATOR)
    settings = {"block_name": BLOCK_NAME}
    request = accounts.SetUp(first_slot, ADMINISTRATOR, language(), settings)
    number = store.run(accounts.set_up, request).value
    administrator = Actor(number, ADMINISTRATOR, Role.ADMINISTRATOR, language())
    store.sign_in(administrator)
    return administrator, _added(store, ON_DUTY, Role.SENIOR_OFFICER)


def _added(store: Store, name: str, role: Role) -> Actor:
    slot = keys.add_slot(store.path, store.dek, name, PASSWORD)
    added = accounts.AddAccount(slot.slot_id, name, role, language())
    number = store.run(accounts.add_account, added).value
    return Actor(number, name, role, language())


def _own_accounts(store: Store, practice: Practice) -> Actor:
    """A trainee who may sign in too, and the duty officer known as the mentor he is."""
    trainee_id = practice.number_of(TRAINEE[0])
    account = _added(store, " ".join(TRAINEE), Role.TRAINEE)
    version = next(each.version for each in store.read(trainees) if each.trainee_id == trainee_id)
    store.run(link_trainee, LinkTrainee(trainee_id, version, account.account_id))
    officer = next(each for each in store.read(staff_queries.officers) if each.name == ON_DUTY)
    holder = next(each for each in store.read(accounts_queries.accounts) if each.name == ON_DUTY)
    store.run(link_officer, LinkOfficer(officer.officer_id, holder.account_id))
    return account


def _staff_in(store: Store) -> None:
    """The sample staff list, through the same importer an administrator uses."""
    columns = staff_columns()
    file = headed(read_table(resource("samples", "officers.csv")), columns, {})
    intake = staff_intake(store.read(staff_queries.officers), clock.today())
    found = preview(file, guess_mapping(file.head, columns, {}), intake)
    store.run(import_officers, staff_import(found, "officers.csv"))


def _contact_officers(store: Store) -> tuple[int, ...]:
    return tuple(
        each.officer_id
        for each in store.read(staff_queries.officers)
        if each.post == "kontaktpersona"
    )
