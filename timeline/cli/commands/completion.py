"""`timeline completion`: what a shell needs to complete commands, options, and the names of the file."""

from typing import Annotated

import typer

from timeline.cli.completing import VARIABLE
from timeline.cli.errors import UsageError
from timeline.cli.output import write
from timeline.cli.streams import tell

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
EXAMPLES = (
    ("timeline completion --install", "for the shell that this is typed in; takes effect in the next one"),
    ("timeline completion bash > ~/.local/share/bash-completion/completions/timeline", "for bash, by hand"),
    ("timeline completion fish | source", "for this session of fish alone"),
)


def command(
    shell: Annotated[
        str | None, typer.Argument(metavar="|".join(SHELLS), help="The shell; else the one this is typed in.")
    ] = None,
    install: Annotated[bool, typer.Option("--install", help="Install it for this user, and say where.")] = False,
) -> None:
    """Print the script that completes words of this command line in a shell, or install it."""
    from typer import _completion_shared as scripts

    name = shell or _detected()
    if name not in SHELLS:
        from timeline.events.names import did_you_mean, suggest

        hint = did_you_mean(suggest(name, SHELLS)) or f"; there are: {', '.join(SHELLS)}"
        raise UsageError(f'there is no completion for "{name}"{hint}')
    if install:
        _, path = scripts.install(shell=name, prog_name="timeline", complete_var=VARIABLE)
        tell(f"{name}: completion is installed in {path}, and takes effect in the next shell")
    else:
        script = scripts.get_completion_script(prog_name="timeline", complete_var=VARIABLE, shell=name)
        write([f"{script}\n"])


def _detected() -> str:
    from typer import _completion_shared as scripts

    found = scripts._get_shell_name()  # noqa: SLF001 - what Typer's own option of this sort does
    if found is None:
        raise UsageError(f"which shell is it? name one of {', '.join(SHELLS)}")
    return found
