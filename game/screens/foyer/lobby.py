"""The lobby: who holds each seat and speaks for each guest, a number (PIN) for those who want one, and the
terms of the sitting: length, seed, director, house, and what the law leaves open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Button, Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.delegates import LEVELS, SEASONED, TEMPERAMENTS
from game.prose.names import day
from game.prose.names import short as short_name
from game.rules.bodies import BODIES, Law
from game.rules.house import UNSC, House
from game.rules.house_league import house_for
from game.rules.house_words import explained
from game.screens.foyer.terms import (
    ABSTENTION,
    GUEST_SAYS,
    GUESTS,
    LENGTHS,
    PERSON,
    PRELIMINARY,
    SCRIPTED,
    TERMS,
)
from game.screens.loading import BY_LOT, Plan, new_seed, tell_in
from game.screens.lobbying.canvassing import ADVISED, ALONE
from game.screens.pieces.hanging import Listing
from game.screens.pieces.literal import literally, titled
from game.screens.pieces.sheet import Sheet
from game.session.scenario import Scenario, Seat
from game.sitting import members_at

if TYPE_CHECKING:
    from game.screens.application import Horseshoe

OPEN, WATCH = "Open the sitting", "Watch: nobody has a seat"
"""What the button says that opens the sitting."""
APART = "apart"
"""The row between the seats and the guests."""


def _next(circle: dict[str, str], now: str) -> str:
    """Return what follows in a circle of choices."""
    words = list(circle)
    return words[(words.index(now) + 1) % len(words)]


class Lobby(Sheet[None]):
    """Before a sitting: the places are taken."""

    CSS_PATH = "lobby.tcss"
    GUIDE: ClassVar[str] = (
        "Enter on a seat changes who holds it: a person, or a scripted delegation of some temperament. With "
        "several people at one keyboard the curtain hides each one's papers from the others; N gives a seat "
        "a number of its own (PIN) that the curtain asks for. Below the seats stand the guests the Council "
        "may invite: a person or an envoy can speak for them. If nobody takes a seat you watch the "
        "delegations by themselves. Tab goes to the terms of the sitting, and each is explained when the "
        "cursor is on it. O opens the sitting."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open the sitting"),
        Binding("n", "number", "PIN"),
        Binding("right", "read(1)", "Read on", key_display="→"),
        Binding("left", "read(-1)", "Read back", show=False),
        Binding("escape", "leave", "Back"),
    ]
    AUTO_FOCUS = "#seats"

    class Opening(Message):
        """The sitting is to be opened, behind every choice that was made before."""

    def __init__(self, scenario: Scenario, stage: str = "") -> None:
        """Lay out the seats of a crisis, as they are held in a stage (by its id; empty for the first);
        nobody has taken one yet.
        """
        super().__init__()
        self.scenario = scenario
        self.stage = stage
        self.codes = members_at(scenario, stage or scenario.sealed.stages[0].id)
        self.holders = {code: scenario.sealed.briefs[code].temperament for code in self.codes}
        self.guests = dict.fromkeys((p for p in scenario.party if p not in self.codes), "")
        self.pins: dict[str, str] = {}
        self.length, self.level = "full", SEASONED
        self.director = False
        self.seed, self.tries = new_seed(), BY_LOT
        self.house: House | None = None
        self.preliminary, self.abstention, self.advice = "rule_30", "as_cast", ALONE

    def compose(self) -> ComposeResult:
        """Yield the seats, what is known of one, and the settings."""
        with Horizontal(id="room"):
            yield Listing(*self._places(), id="seats", markup=False)
            with Vertical(id="beside"):
                with VerticalScroll(id="about", can_focus=False):
                    yield Static(id="card", markup=False)
                yield Listing(
                    *(Option(text, id) for id, text in self._settings()), id="settings", markup=False
                )
                yield Button(WATCH, id="open", variant="primary")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Name the crisis."""
        super().on_mount()
        self._name_crisis()
        self.query_one("#seats").border_subtitle = "Enter: who plays"
        self.query_one("#settings").border_title = "The sitting"
        self.query_one("#settings").border_subtitle = "Tab, Enter: change"

    # -- showing -----------------------------------------------------------------------------------------
    def _name_crisis(self) -> None:
        """Put the crisis's name over its seats."""
        card = next((x for x in self.scenario.cards if x.id == self.stage), None)
        since = f", from {day(card.date)}" if card is not None else ""
        self.query_one("#seats").border_title = titled(f"{self.scenario.open.title}{since}")

    def _places(self) -> list[Option]:
        """The seats, and below them the guests."""
        seats = [Option(self._seat(code), code) for code in self.codes]
        apart = [
            Option(Content.styled("Guests, if the Council invites them", "$quiet"), APART, disabled=True)
        ]
        guests = [Option(self._guest(code), code) for code in self.guests]
        return [*seats, *apart, *guests] if guests else seats

    def _guest(self, code: str) -> Content:
        held = self.guests[code]
        pin = ", PIN" if code in self.pins else ""
        who = (f"{'●' if held == PERSON else '○'} {GUESTS[held]}{pin}", "bold" if held == PERSON else "")
        return Content.assemble(f"{code}  {literally(self.scenario.party[code].short)[:17]:<18}", who)

    def _seat(self, code: str) -> Content:
        seat, holder = self.scenario.seat[code], self.holders[code]
        mark = "*" if code in BODIES[self.scenario.open.body].permanent else " "
        if holder == PERSON:
            who = ("● a person" + (", PIN" if code in self.pins else ""), "bold")
        else:
            who = (f"○ {holder}", "")
        return Content.assemble(f"{code}{mark} {literally(seat.short)[:17]:<18}", who)

    def _settings(self) -> list[tuple[str, Content]]:
        told = {"length": ("Length", f"{self.length}: {LENGTHS[self.length]}")}
        if len(self.scenario.open.languages) > 1:
            told["language"] = ("Language", self.scenario.open.language)
        told |= {
            "seed": ("Seed", str(self.seed)),
            "level": ("Delegates", self.level),
            "advice": ("Estimates", ADVISED[self.advice]),
            "director": ("Director", "on: may undo" if self.director else "off"),
            "house": ("House", literally(self._own_house().title)),
        }
        if BODIES[self.scenario.open.body].law is Law.CHARTER:
            told["preliminary"] = ("Procedure", PRELIMINARY[self.preliminary])
            told["abstention"] = ("Parties", ABSTENTION[self.abstention])
        return [(id, Content.assemble((f"{name:<11}", "bold"), said)) for id, (name, said) in told.items()]

    def _show_card(self, seat: Seat) -> None:
        temperament = self.holders[seat.code]
        says = "A person takes this seat." if temperament == PERSON else TEMPERAMENTS.get(temperament, "")
        self.query_one("#card", Static).update(
            Content.assemble(
                (literally(seat.name), "bold $primary"),
                f"\n{literally(seat.representative)}" if seat.representative else "",
                f"\n\n{literally(seat.about)}" if seat.about else "",
                (f"\n\n{literally(says)}", "$quiet"),
            )
        )

    def _show_guest(self, code: str) -> None:
        party = self.scenario.party[code]
        self.query_one("#card", Static).update(
            Content.assemble(
                (literally(party.name), "bold $primary"),
                (f"\n\n{GUEST_SAYS[self.guests[code]]}", "$quiet"),
                f"\n\n{literally(party.about)}" if party.about else "",
            )
        )

    def _tell(self, place: str) -> None:
        """Tell about the seat, the guest or the setting under the cursor."""
        if place == "house":
            self._show_house()
        elif place in TERMS:
            name, told = TERMS[place]
            self.query_one("#card", Static).update(Content.assemble((name, "bold $primary"), f"\n\n{told}"))
        elif place in self.guests:
            self._show_guest(place)
        elif place in self.holders:
            self._show_card(self.scenario.seat[place])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about what is under the cursor, in the list that has the focus."""
        if event.option_id and (event.option_list.has_focus or event.option_list.id == "seats"):
            self._tell(event.option_id)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Tell about what is under the cursor of the list one comes to."""
        if isinstance(event.widget, OptionList) and event.widget.highlighted is not None:
            self._tell(event.widget.get_option_at_index(event.widget.highlighted).id or "")

    def _own_house(self) -> House:
        """The house that is chosen, or the one the body keeps."""
        return house_for(BODIES[self.scenario.open.body], self.house)

    def _show_house(self) -> None:
        """Tell what the chosen house has settled, in words."""
        house = self._own_house()
        told = [(f"\n· {literally(line.sentence)}", "$quiet") for line in explained(house)]
        self.query_one("#card", Static).update(
            Content.assemble(
                (literally(house.title), "bold $primary"),
                f"\n\n{literally(house.about)}\n",
                *told,
            )
        )

    # -- what a person does ------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change who holds a seat, or a setting."""
        if event.option_list.id == "seats" and event.option_id:
            self._change_holder(event.option_id)
        elif event.option_id:
            self._change_setting(event.option_id)

    def _change_holder(self, code: str) -> None:
        if code in self.guests:
            self._set_guest(code, _next(GUESTS, self.guests[code]))
            return
        own = self.scenario.sealed.briefs[code].temperament
        circle = (own, PERSON, *(t for t in SCRIPTED if t != own))
        at = circle.index(self.holders[code]) if self.holders[code] in circle else 0
        self._set_holder(code, circle[(at + 1) % len(circle)])

    def _set_holder(self, code: str, holder: str) -> None:
        self.holders[code] = holder
        if holder != PERSON:
            self.pins.pop(code, None)
        self.query_one("#seats", OptionList).replace_option_prompt(code, self._seat(code))
        self._show_button()
        self._show_card(self.scenario.seat[code])

    def _set_guest(self, code: str, held: str) -> None:
        self.guests[code] = held
        if held != PERSON:
            self.pins.pop(code, None)
        self.query_one("#seats", OptionList).replace_option_prompt(code, self._guest(code))
        self._show_button()
        self._show_guest(code)

    def _show_button(self) -> None:
        """Say on the button whether anybody plays."""
        anybody = PERSON in (*self.holders.values(), *self.guests.values())
        self.query_one("#open", Button).label = OPEN if anybody else WATCH

    def _change_setting(self, setting: str) -> None:
        if setting == "length":
            self.length = "short" if self.length == "full" else "full"
        elif setting == "language":
            has = self.scenario.open.languages
            wanted = has[(has.index(self.scenario.open.language) + 1) % len(has)]
            tell_in(cast("Horseshoe", self.app), self.scenario, wanted, self.tell_anew)
        elif setting == "level":
            self.level = _next(LEVELS, self.level)
        elif setting == "advice":
            self.advice = _next(ADVISED, self.advice)
        elif setting == "director":
            self.director = not self.director
        elif setting == "house":
            self._change_house()
        elif setting == "preliminary":
            self.preliminary = _next(PRELIMINARY, self.preliminary)
        elif setting == "abstention":
            self.abstention = _next(ABSTENTION, self.abstention)
        else:
            self._ask_seed()
        self._show_settings()

    def tell_anew(self, scenario: Scenario) -> None:
        """Show the crisis as it is told in another language; what was arranged stays as it is."""
        self.scenario = scenario
        places = self.query_one("#seats", OptionList)
        for code in self.codes:
            places.replace_option_prompt(code, self._seat(code))
        for code in self.guests:
            places.replace_option_prompt(code, self._guest(code))
        self._name_crisis()
        self._show_settings()

    def _change_house(self) -> None:
        """Go on to the next house that can be played by; say what is wrong with one that cannot."""
        from game.packs.houses import HouseError, choices, house

        circle = choices()
        now = (self.house or UNSC).id
        at = circle.index(now) if now in circle else 0
        for step in range(1, len(circle) + 1):
            try:
                self.house = house(circle[(at + step) % len(circle)])
                self._show_house()
                return
            except HouseError as fault:
                self.notify(str(fault), severity="warning", markup=False)

    def _show_settings(self) -> None:
        for id, text in self._settings():
            self.query_one("#settings", OptionList).replace_option_prompt(id, text)

    def _ask_seed(self) -> None:
        from game.screens.pieces.speech import Speech

        def given(text: str | None) -> None:
            if text and text.isascii() and text.isdigit():
                self.seed, self.tries = int(text[:9]), 1
                self._show_settings()

        self.app.push_screen(
            Speech("Which seed? A whole number: the same seed, the same luck.", "Seed"), given
        )

    def action_number(self) -> None:
        """Give the seat under the cursor a number of its own."""
        from game.screens.pieces.speech import Speech

        places = self.query_one("#seats", OptionList)
        if places.highlighted is None:
            return
        code = str(places.get_option_at_index(places.highlighted).id)

        def given(text: str | None) -> None:
            if text:
                self.pins[code] = text[:12]
                (self._set_guest if code in self.guests else self._set_holder)(code, PERSON)

        short = literally(short_name(self.scenario, code))
        question = f"Choose a number or word for {short}. It is asked whenever this seat's turn comes."
        self.app.push_screen(Speech(question, "PIN", hidden=True), given)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open the sitting."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Ask for the sitting to be opened, by the way on which a choice just made is still coming up."""
        (self.focused or self).post_message(self.Opening())

    def on_lobby_opening(self) -> None:
        """Open the sitting."""
        own = {c: b.temperament for c, b in self.scenario.sealed.briefs.items()}
        holders = {c: h for c, h in self.holders.items() if h != own[c]}
        holders |= {c: h for c, h in self.guests.items() if h}
        plan = Plan(
            self.scenario, holders, self.seed, self.length, self.director, dict(self.pins), self.house,
            self.preliminary, self.abstention, self.level, self.stage, tries=self.tries, advice=self.advice,
        )  # fmt: skip
        cast("Horseshoe", self.app).begin(plan)

    def action_read(self, way: int) -> None:
        """Turn what is told to its next part, or back."""
        about = self.query_one("#about", VerticalScroll)
        about.scroll_relative(y=way * max(1, about.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """Go back to the title."""
        self.dismiss(None)
