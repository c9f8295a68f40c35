"""Options and arguments that several commands take, each said once: their names, and what their help says."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="Print a JSON record a line.")]
Period = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PERIOD]…", help='A date expression: 2021, since 2020, "March 2022", last year.'),
]

# Of the commands that read prose.
Prose = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]…", help="Texts, or web pages (.html); - or nothing reads standard input."),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When it was published; else what the text says of that."),
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="en, ko or vi; else told from the text.")
]
Genre = Annotated[
    str,
    typer.Option(
        "--genre",
        metavar="news|narrative",
        help='What "on Friday" counts from: the publication, or the date told before it.',
    ),
]
Steps = Annotated[bool, typer.Option("--why", help="Say how each date was read.")]
