"""What may be done to residents; every change is logged, and what can be undone is undone."""

from openblock.features.residents.commands.admission import (
    admit_resident,
    change_resident,
    readmit_resident,
)
from openblock.features.residents.commands.apart import (
    change_keep_apart,
    close_keep_apart,
    open_keep_apart,
)
from openblock.features.residents.commands.erasure import erase_resident, erases_with
from openblock.features.residents.commands.marks import (
    add_note,
    remove_alert,
    save_alert,
    set_photo,
)
from openblock.features.residents.commands.prisons import save_prison
from openblock.features.residents.commands.release import (
    Ending,
    ends_with,
    release_resident,
    resumes_with,
    withdraw_release,
)
from openblock.features.residents.commands.requests import (
    AddNote,
    AdmitResident,
    CancelArrival,
    ChangeKeepApart,
    ChangeResident,
    ChangeStay,
    CloseKeepApart,
    EraseResident,
    OpenKeepApart,
    ReadmitResident,
    ReleaseResident,
    RemoveAlert,
    SaveAlert,
    SavePrison,
    SetPhoto,
    WithdrawRelease,
)
from openblock.features.residents.commands.restore import RestoreRows, restore_rows
from openblock.features.residents.commands.stays import cancel_arrival, change_stay

__all__ = [
    "AddNote",
    "AdmitResident",
    "CancelArrival",
    "ChangeKeepApart",
    "ChangeResident",
    "ChangeStay",
    "CloseKeepApart",
    "Ending",
    "EraseResident",
    "OpenKeepApart",
    "ReadmitResident",
    "ReleaseResident",
    "RemoveAlert",
    "RestoreRows",
    "SaveAlert",
    "SavePrison",
    "SetPhoto",
    "WithdrawRelease",
    "add_note",
    "admit_resident",
    "cancel_arrival",
    "change_keep_apart",
    "change_resident",
    "change_stay",
    "close_keep_apart",
    "ends_with",
    "erase_resident",
    "erases_with",
    "open_keep_apart",
    "readmit_resident",
    "release_resident",
    "remove_alert",
    "restore_rows",
    "resumes_with",
    "save_alert",
    "save_prison",
    "set_photo",
    "withdraw_release",
]
