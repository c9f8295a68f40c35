import pytest
from command_line import CommandLine


@pytest.fixture
def timeline(monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    return CommandLine(monkeypatch)
