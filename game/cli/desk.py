"""What may be typed: every command with its arguments, its help and an example.

Standard library only, so that `--help` comes at once. It must never look whether a pack or a save exists.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import NoReturn

from game import __version__
from game.cli.near import did_you_mean, shown
from game.cli.trouble import Misuse

PAPERS = ("record", "resolutions", "votes", "debrief")
COMMANDS = ("play", "packs", "houses", "saves", "verify", "export", "rule", "tally", "author")


class Desk(argparse.ArgumentParser):
    """A parser that answers a mistake with one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise Misuse with what is wrong and where help is."""
        raise Misuse(f"{_sentence(message)} See '{self.prog} --help'.")

    def _print_message(self, message: str, file: object = None) -> None:
        """Let help and the version go out as everything else does; raises OSError if they cannot."""
        from game.cli import saying

        saying.hand_over(message)


def desk() -> Desk:
    """Return the parser of the whole command line."""
    top = Desk(
        prog="horseshoe",
        description="A Security Council crisis game for the terminal. Without a command it opens its title.",
        epilog="example: horseshoe play korea-1950 --seat FRA",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"horseshoe {__version__}")
    top.add_argument("--saves", metavar="DIR", help="folder of saved sittings (or set HORSESHOE_SAVES)")
    top.set_defaults(run="title")
    commands = top.add_subparsers(metavar="COMMAND", title="commands", parser_class=Desk)
    _play(commands)
    _packs(commands)
    _houses(commands)
    _saves(commands)
    _verify(commands)
    _export(commands)
    _rule(commands)
    _tally(commands)
    _author(commands)
    return top


def _command(commands: argparse._SubParsersAction[Desk], name: str, what: str, example: str) -> Desk:
    """Add a command; `--saves` may stand after it as well as before."""
    made = commands.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.set_defaults(run=name)
    made.add_argument("--saves", metavar="DIR", default=argparse.SUPPRESS, help="folder of saved sittings")
    return made


def _play(commands: argparse._SubParsersAction[Desk]) -> None:
    made = _command(commands, "play", "play a crisis, alone or in turns at one keyboard", _PLAY)
    made.add_argument("pack", nargs="?", metavar="PACK", help="the crisis (see 'horseshoe packs')")
    made.add_argument(
        "--seat", nargs="+", action="extend", default=[], metavar="CODE", help="seats that people take"
    )
    made.add_argument("--watch", action="store_true", help="nobody plays: watch the scripted delegates")
    made.add_argument(
        "--seed", type=whole, metavar="N", help="seed of chance, so that a sitting can be repeated"
    )
    made.add_argument("--length", choices=("short", "full"), help="how many stages are played")
    made.add_argument(
        "--level",
        choices=_LEVELS,
        help="how well the scripted delegates play (default: seasoned)",
    )
    made.add_argument(
        "--delegate",
        nargs="+",
        action="extend",
        default=[],
        metavar="SEAT=HOW",
        help="how one seat's delegate plays: a temperament such as aimless or broker, or a level",
    )
    made.add_argument("--language", metavar="CODE", help=_LANGUAGE)
    made.add_argument(
        "--from", dest="stage", metavar="STAGE", help="begin at a later stage; delegates play up to it"
    )
    made.add_argument("--house", metavar="HOUSE", help="house rules to play by (see 'horseshoe houses')")
    made.add_argument(
        "--preliminary",
        choices=("rule_30", "san_francisco"),
        help="who decides whether a question is procedural: the President, or a vote with a double veto",
    )
    made.add_argument(
        "--abstention",
        choices=("as_cast", "enforce"),
        help="whether parties to a dispute are held to abstain (Article 27(3))",
    )
    made.add_argument("--resume", metavar="SAVE", help="go on with a saved sitting")


_PLAY = "horseshoe play korea-1950 --seat FRA IND --length short"


def _packs(commands: argparse._SubParsersAction[Desk]) -> None:
    made = _command(commands, "packs", "list the crises there are", "horseshoe packs --json")
    made.add_argument("--json", action="store_true", help="as JSON")


def _houses(commands: argparse._SubParsersAction[Desk]) -> None:
    what = "list the house rules there are, or explain one"
    made = _command(commands, "houses", what, "horseshoe houses nmun")
    made.add_argument("house", nargs="?", metavar="HOUSE", help="a house, a file of one, or nmun+crisis")
    made.add_argument("--json", action="store_true", help="as JSON")


def _saves(commands: argparse._SubParsersAction[Desk]) -> None:
    _command(commands, "saves", "list the saved sittings", "horseshoe saves --saves ~/class-7b")


def _verify(commands: argparse._SubParsersAction[Desk]) -> None:
    example = "horseshoe verify korea-1950-2026-05-04-1"
    made = _command(commands, "verify", "replay a saved sitting and say whether it is sound", example)
    made.add_argument("save", metavar="SAVE", help="a file, or the name of a save or its beginning")


def _export(commands: argparse._SubParsersAction[Desk]) -> None:
    example = "horseshoe export korea --as debrief --format md -o debrief.md"
    made = _command(commands, "export", "write out what a sitting leaves on paper", example)
    made.add_argument("save", metavar="SAVE", help="a file, or the name of a save or its beginning")
    made.add_argument(
        "--as", dest="paper", choices=PAPERS, default="record", help="which paper (default: record)"
    )
    made.add_argument("--format", choices=("md", "json"), default="md", help="Markdown or JSON (default: md)")
    made.add_argument("-o", dest="file", metavar="FILE", help="write to a file instead of the terminal")


def _rule(commands: argparse._SubParsersAction[Desk]) -> None:
    made = _command(commands, "rule", "read the book of rules, by number or by words", "horseshoe rule CB5")
    made.add_argument(
        "words", nargs="*", metavar="RULE", help="a number such as CB5, or words (default: list the book)"
    )
    made.add_argument("--json", action="store_true", help="as JSON, a list of rules")


def _tally(commands: argparse._SubParsersAction[Desk]) -> None:
    made = _command(commands, "tally", "judge votes by the law: those of a file, or one typed here", _TALLY)
    made.add_argument(
        "files", nargs="*", metavar="FILE", help="cases as YAML, or votes of the Council as CSV"
    )
    made.add_argument(
        "--check", action="store_true", help="compare with what the files say; 1 if they differ"
    )
    made.add_argument("--json", action="store_true", help="as JSON")
    asked = made.add_argument_group("one question", "votes are numbers and names: --no USA,2")
    for vote, who in _WAYS.items():
        asked.add_argument(f"--{vote}", metavar="VOTES", help=who)
    asked.add_argument("--body", metavar="BODY", help="unsc_15 (usual), unsc_11, unga, league_council ...")
    asked.add_argument("--question", metavar="TYPE", help="what is asked, such as substantive or preliminary")
    asked.add_argument("--nature", choices=("procedural", "substantive"), help="of the text it belongs to")
    asked.add_argument("--regime", choices=("rule_30", "san_francisco"), help="of a preliminary question")
    asked.add_argument("--parties", metavar="NAMES", help="parties to the dispute")
    asked.add_argument("--enforce", action="store_true", help="hold parties to abstain (Article 27(3))")
    asked.add_argument("--date", metavar="DAY", help="the day of the vote, such as 1950-06-27")
    asked.add_argument("--members", type=counting(1_000), metavar="N", help="of the Assembly (usual: 193)")
    asked.add_argument("--ballot", type=counting(9), default=1, metavar="N", help="2 after a tie")


_WAYS = {
    "yes": "those in favour",
    "no": "those against, or who object",
    "abstain": "those who abstain",
    "absent": "those who are away",
    "not-participating": "those present who take no part",
}
_TALLY = """horseshoe tally --body unsc_15 --yes 9 --no USA --abstain 5
example: horseshoe tally voting_cases.yaml --check"""


def _author(commands: argparse._SubParsersAction[Desk]) -> None:
    made = _command(commands, "author", "tools for the authors of crises", _SIMULATE)
    made.set_defaults(run="author")
    tools = made.add_subparsers(metavar="TOOL", title="tools", parser_class=Desk)
    _new(tools)
    _validate(tools)
    _simulate(tools)
    hindcast = "compare history's votes with what the delegates would vote"
    run = _command(tools, "hindcast", hindcast, "horseshoe author hindcast korea-1950")
    run.add_argument("pack", metavar="PACK", help=_WHICH)
    run.add_argument("--json", action="store_true", help="as JSON")
    replay = "replay history's own line and compare it with the dossier"
    run = _command(tools, "history", replay, "horseshoe author history korea-1950")
    run.add_argument("pack", metavar="PACK", help=_WHICH)
    run.add_argument("--json", action="store_true", help="as JSON")
    _graph(tools)
    what = "work on a crisis in the screens: read again as you save, tried, begun at any stage"
    run = _command(tools, "desk", what, "horseshoe author desk korea-1950")
    run.add_argument("pack", metavar="PACK", help=_WHICH)
    run.set_defaults(run="bench")
    run = _command(
        tools, "preview", "show a crisis as its readers see it", "horseshoe author preview korea-1950"
    )
    run.add_argument("pack", metavar="PACK", help=_WHICH)
    run.add_argument("--language", metavar="CODE", help=_LANGUAGE)
    schema = "print the JSON Schema of a pack's files, or put one for each beside your crises"
    run = _command(tools, "schema", schema, "horseshoe author schema --into ~/crises")
    run.add_argument(
        "--into", metavar="DIR", help="the folder in which your crises lie: schemas/ comes there"
    )


_WHICH = "the crisis, by its name or its folder"
_LANGUAGE = "tell the crisis in a language it has, such as fr (default: yours)"
_LEVELS = ("novice", "seasoned", "veteran")
_SIMULATE = "horseshoe author simulate korea-1950 --runs 100 --seed 1"


def _new(tools: argparse._SubParsersAction[Desk]) -> None:
    what = "begin a crisis of your own: the real Council of a day, and placeholders for the rest"
    run = _command(tools, "new", what, "horseshoe author new suez --date 1956-10-30")
    run.add_argument("id", metavar="ID", help="its name: small letters, digits and -")
    day = run.add_mutually_exclusive_group()
    day.add_argument("--date", metavar="DAY", help="the day on which it begins, such as 1956-10-30")
    day.add_argument("--year", metavar="Y", help="its year alone")
    run.add_argument("--body", metavar="BODY", default="", help="security_council (the only one there is)")
    run.add_argument("--title", metavar="T", help="what it is called")
    run.add_argument("--complaint-of", metavar="CODE", help="the State complained of, such as GBR")
    run.add_argument("--brought-by", metavar="CODE", help="the State that complains, such as EGY")
    run.add_argument("--matter", metavar="TEXT", help="what it complains of (default: an armed attack)")
    run.add_argument("--copy-of", metavar="PACK", help="begin with a copy of this crisis; nothing is asked")
    run.add_argument("--into", metavar="DIR", help="the folder to write it into (default: your own shelf)")


def _validate(tools: argparse._SubParsersAction[Desk]) -> None:
    example = "horseshoe author validate korea-1950"
    run = _command(tools, "validate", "say everything that is wrong with a crisis", example)
    run.add_argument("pack", nargs="?", metavar="PACK", help=_WHICH)
    run.add_argument("--json", action="store_true", help="as JSON")
    run.add_argument("--all", action="store_true", help="also what the author accepts, with the reasons")
    run.add_argument("--explain", metavar="CODE", help="the manual page of a complaint instead")


def _graph(tools: argparse._SubParsersAction[Desk]) -> None:
    example = "horseshoe author graph korea-1950 --format dot"
    run = _command(tools, "graph", "write a crisis as a graph: stages, triggers, endings", example)
    run.add_argument("pack", nargs="?", metavar="PACK", help=_WHICH)
    run.add_argument("--procedure", action="store_true", help="the course of a meeting instead")
    run.add_argument(
        "--format", choices=("mermaid", "dot", "text"), default="mermaid", help="default: mermaid"
    )


def _simulate(tools: argparse._SubParsersAction[Desk]) -> None:
    run = _command(tools, "simulate", "play a crisis many times with scripted delegates and count", _SIMULATE)
    run.add_argument("pack", metavar="PACK", help=_WHICH)
    run.add_argument(
        "--runs", type=counting(1_000_000), default=100, metavar="N", help="how many sittings (default: 100)"
    )
    run.add_argument(
        "--seed", type=whole, default=1, metavar="S", help="seed of the first sitting (default: 1)"
    )
    run.add_argument(
        "--jobs", type=counting(256), default=1, metavar="J", help="processes at once (default: 1)"
    )
    run.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler whose workers play instead")
    run.add_argument("--length", choices=("short", "full"), default="full", help="how many stages are played")
    run.add_argument("--level", choices=_LEVELS, default="seasoned", help="how well the delegates play")
    run.add_argument(
        "--vary",
        type=several("seat", "level", "temperament", "skill"),
        default=(),
        metavar="WHAT",
        help="also try each seat without aim (seat) or with each other temperament (temperament), in a tenth "
        "as many sittings, all seats on each level (level), or each seat alone on each level (skill); name "
        "several with commas between",
    )
    run.add_argument("--strict", action="store_true", help="fail if an expectation of the pack is missed")
    run.add_argument("--json", action="store_true", help="as JSON")


def several(*names: str) -> Callable[[str], tuple[str, ...]]:
    """A reader of one or several of these names with commas between."""

    def read(text: str) -> tuple[str, ...]:
        typed = [x.strip() for x in text.split(",")]
        for x in typed:
            if x not in names:
                raise argparse.ArgumentTypeError(f"{shown(x)} is none of {', '.join(names)}")
        return tuple(dict.fromkeys(typed))

    return read


def whole(text: str) -> int:
    """A whole number from 0 up, as typed."""
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(
            f"{shown(text)} is not a whole number from 0 up, of 18 figures at most"
        )
    return int(text)


def counting(most: int) -> Callable[[str], int]:
    """A reader of whole numbers from 1 to `most`."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,18}", text) or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{shown(text)} is not a whole number from 1 to {most}")
        return int(text)

    return read


_CHOICE = re.compile(
    r"argument (?P<what>[^:]+): invalid choice: '?(?P<typed>.*?)'? \(choose from (?P<names>.*)\)$"
)


def _sentence(message: str) -> str:
    """The parser's message as a sentence, with the nearest name where there is one."""
    choice = _CHOICE.match(message)
    if choice:
        names = re.findall(r"[\w-]+", choice["names"])
        typed = shown(choice["typed"])
        what = "command" if choice["what"] in ("COMMAND", "TOOL") else choice["what"]
        listed = f"There is no {what} {typed}" if what == "command" else f"{what} cannot be {typed}"
        return f"{listed}; there are {', '.join(names)}.{did_you_mean(typed, names)}"
    text = shown_whole(message.removeprefix("argument "))
    return f"{text[:1].upper()}{text[1:]}."


def shown_whole(message: str) -> str:
    """A message without control characters."""
    from game.plain import clean

    return clean(message, limit=200)
