"""The style sheet: how every control looks, written once, filled in with the theme's colours."""

from __future__ import annotations

import re
from collections.abc import Callable

from openblock.resources import resource
from openblock.ui.theme.tokens import TOKENS, chosen, token

# {name} is a colour of the palette, 12px is a length at 100 % text. Weight stands only in rules
# without a state: Qt measures a button before it knows its state, and would cut bold words.
_SHEET = """
QWidget { color: {text}; font-size: 13px; }
QMainWindow, QDialog, QWizard, QStackedWidget { background: {window}; }
QToolTip { background: {surface}; color: {text}; border: 1px solid {strong}; padding: 4px 6px; }

QLabel { background: transparent; }
QLabel[kind="secondary"] { color: {text2}; font-size: 12px; }
QLabel[kind="hint"] { color: {text3}; font-size: 12px; }
QLabel[kind="title"] { font-size: 15px; font-weight: 600; }
QLabel[kind="name"] { font-size: 19px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="problem"] { color: {bad}; font-size: 12px; }
QLabel[kind="warning"] { color: {warn}; font-size: 12px; }
QLabel[kind="ok"] { color: {ok}; font-size: 12px; }
QLabel[kind="field"] { color: {text2}; font-size: 12px; }
QLabel[kind="badge"] {
  background: {badsoft}; color: {bad}; border-radius: 9px; padding: 1px 6px;
  font-size: 12px; font-weight: 600; }
QLabel[kind="pill-ok"] {
  background: {oksoft}; color: {ok}; border-radius: 3px; padding: 2px 6px;
  font-size: 12px; font-weight: 600; }
QLabel[kind="pill"] {
  background: {soft}; color: {text}; border-radius: 3px; padding: 2px 6px;
  font-size: 12px; font-weight: 600; }

QFrame[kind="card"] { background: {surface}; border: 1px solid {line}; border-radius: 6px; }
QFrame[kind="chrome"], QWidget[kind="chrome"] { background: {chrome}; }
QFrame[kind="panel"], QWidget[kind="panel"] { background: {alt}; }
QFrame[kind="toolbar"], QWidget[kind="toolbar"] { background: {surface}; }
QFrame[kind="line"] { background: {line}; border: none; max-height: 1px; }
QFrame[kind="upright"] { background: {line}; border: none; max-width: 1px; }

QPushButton, QToolButton {
  background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 4px;
  padding: 4px 10px; min-height: 18px; icon-size: 16px; }
QToolButton { padding: 4px 6px; }
QPushButton:hover, QToolButton:hover { background: {alt}; border-color: {strong}; }
QPushButton:pressed, QToolButton:pressed { background: {soft}; }
QPushButton:checked, QToolButton:checked {
  background: {soft}; border-color: {accent}; color: {accent}; }
QPushButton:focus, QToolButton:focus { border: 2px solid {accent}; padding: 3px 9px; }
QToolButton:focus { padding: 3px 5px; }
QPushButton:default, QPushButton[kind="primary"] {
  background: {accent}; color: {onaccent}; border-color: {accent}; }
QPushButton[kind="primary"] { font-weight: 600; }
QPushButton:default:hover, QPushButton[kind="primary"]:hover { border-color: {text}; }
QPushButton:default:focus, QPushButton[kind="primary"]:focus { border: 2px solid {text}; }
QPushButton:disabled, QToolButton:disabled, QPushButton:default:disabled,
QPushButton[kind="primary"]:disabled {
  background: {chrome}; color: {strong}; border-color: {line}; }
QPushButton[kind="danger"] { color: {bad}; border-color: {bad}; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
  background: transparent; border-color: transparent; color: {accent}; font-weight: 600; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: {accent}; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: {soft}; }
QPushButton::menu-indicator { subcontrol-position: right center; right: 6px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
  background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 4px;
  padding: 3px 7px; min-height: 20px;
  selection-background-color: {accent}; selection-color: {onaccent}; }
QLineEdit:hover, QComboBox:hover, QSpinBox:hover { border-color: {strong}; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus,
QDateEdit:focus { border: 2px solid {accent}; padding: 2px 6px; }
QLineEdit[problem="true"], QComboBox[problem="true"], QSpinBox[problem="true"],
QPlainTextEdit[problem="true"] { border: 2px solid {bad}; padding: 2px 6px; }
QLineEdit > QToolButton {
  background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QPlainTextEdit:disabled {
  background: {chrome}; color: {text2}; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: {chrome}; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url({icon:down}); width: 12px; height: 12px; }
QSpinBox { padding-right: 20px; }
QSpinBox::up-button, QSpinBox::down-button {
  subcontrol-origin: border; width: 18px; border: none; background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: {soft}; }
QSpinBox::up-arrow { image: url({icon:up}); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url({icon:down}); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
  background: {surface}; border: 1px solid {strong}; outline: 0;
  selection-background-color: {soft}; selection-color: {text}; }

QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 2px; }
QCheckBox:focus, QRadioButton:focus {
  border: 1px solid {accent}; border-radius: 3px; padding: 1px; }

QCheckBox::indicator, QListView::indicator, QRadioButton::indicator {
  width: 14px; height: 14px; background: {surface}; border: 1px solid {strong}; }
QCheckBox::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListView::indicator:checked {
  background: {accent}; border-color: {accent}; image: url({icon:check}); }
QRadioButton::indicator:checked { background: {accent}; border-color: {accent};
  image: url({icon:dot}); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  background: {chrome}; border-color: {line}; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {
  background: {text3}; border-color: {text3}; }

QGroupBox {
  border: 1px solid {line}; border-radius: 4px; margin-top: 10px; padding: 10px 8px 8px 8px;
  background: {surface}; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; padding: 0 4px; color: {text2}; }

QAbstractItemView {
  background: {surface}; alternate-background-color: {alt}; color: {text};
  border: 1px solid {line}; gridline-color: {grid}; outline: 0;
  selection-background-color: {soft}; selection-color: {text}; }
QAbstractItemView[kind="bare"] { border: none; }
QTableView::item, QTreeView::item, QListView::item { padding: 2px 6px; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background: {soft}; color: {text}; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus {
  border: 2px solid {accent}; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid {accent}; }
QAbstractItemView[kind="bare"]:focus { border: none; }
QHeaderView { background: {chrome}; border: none; }
QHeaderView::section {
  background: {chrome}; color: {text}; border: none; border-right: 1px solid {grid};
  border-bottom: 1px solid {strong}; padding: 4px 6px; font-size: 12px; font-weight: 600; }
QHeaderView::section:hover { background: {soft}; }
QTableCornerButton::section { background: {chrome}; border: none; }

QTabBar { background: {chrome}; qproperty-drawBase: 0; icon-size: 16px; }
QTabBar::tab {
  background: transparent; color: {text2}; padding: 8px 12px; border: 1px solid transparent;
  border-top: 2px solid transparent; }
QTabBar::tab:selected {
  background: {surface}; color: {text}; font-weight: 600; border: 1px solid {line};
  border-top: 2px solid {accent}; border-bottom-color: {surface}; }
QTabBar::tab:hover { color: {text}; background: {soft}; }
QTabBar::tab:focus { border: 2px solid {accent}; }
QTabWidget::pane { border: 1px solid {line}; background: {surface}; }

QMenu { background: {surface}; border: 1px solid {strong}; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 10px; border-radius: 3px; }
QMenu::item:selected { background: {soft}; color: {text}; }
QMenu::item:disabled { color: {strong}; }
QMenu::separator { height: 1px; background: {grid}; margin: 4px 6px; }
QMenuBar { background: {chrome}; }
QMenuBar::item { padding: 5px 9px; background: transparent; }
QMenuBar::item:selected { background: {soft}; }

QStatusBar { background: {chrome}; border-top: 1px solid {line}; }
QStatusBar::item { border: none; }
QSplitter::handle { background: {line}; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar {
  background: {chrome}; border: 1px solid {line}; border-radius: 4px; text-align: center;
  min-height: 16px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }

QScrollBar:vertical { background: {chrome}; width: 12px; margin: 0; }
QScrollBar:horizontal { background: {chrome}; height: 12px; margin: 0; }
QScrollBar::handle { background: {strong}; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: {text2}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: {chrome}; }
QCalendarWidget QAbstractItemView { background: {surface}; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; }
"""

_COLOUR = re.compile(r"\{([a-z0-9]+)\}")
_ICON = re.compile(r"\{icon:([a-z]+)\}")
_LENGTH = re.compile(r"\b(\d+)px\b")


def style_sheet(px: Callable[[int], int]) -> str:
    """The sheet for the theme that is on; ``px`` gives a length's pixels at the text size on.

    Hairlines and rings (1px, 2px borders) keep their width at every text size.
    """

    def colour(found: re.Match[str]) -> str:
        return token(found[1]).name() if found[1] in TOKENS else found[0]

    def length(found: re.Match[str]) -> str:
        drawn = int(found[1])
        return f"{drawn if drawn <= 2 else px(drawn)}px"

    def icon(found: re.Match[str]) -> str:
        return resource("icons", "controls", f"{chosen()}-{found[1]}.svg").as_posix()

    return _ICON.sub(icon, _LENGTH.sub(length, _COLOUR.sub(colour, _SHEET)))
