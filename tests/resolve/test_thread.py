"""What the months and days of a story count from: the thread of what was told, without its asides."""

import pytest
from phrases import found

STORIES = [  # the story, and the dates in it
    ("The bridge was built by the end of 1931. In March it was opened.", ["[..1931]", "1931-03"]),
    ("They held the fort until May 1702. In June it fell.", ["../1702-05", "1702-06"]),
    ("Work began in 1931. In March it was halted.", ["1931", "1931-03"]),
    ("On 3 May 1931 he left, as his father had in 1902. In July he was back.", ["1931-05-03", "1902", "1931-07"]),
    ("On 3 May 1931 he left with the fleet built for 1932. In July he was back.", ["1931-05-03", "1932", "1932-07"]),
    ("On 3 May 1931 he left. In 1934 he was back. In July he died.", ["1931-05-03", "1934", "1934-07"]),
    ("He left in May 1931. A book on it (1934) is lost. In July he died.", ["1931-05", "1934", "1931-07"]),
    ("He left in May 1931. No one had since the 1890s gone there. In July he died.", ["1931-05", "189X/..", "1931-07"]),
    ("He left in May 1931. They sang of the 1890s. In July he died.", ["1931-05", "189X", "1931-07"]),
    ("On 3 May 1931 he left for the fair planned for 1932. On 9 May he came.", ["1931-05-03", "1932", "1931-05-09"]),
    ("On 3 May 1931 he left for the fair planned for 1932. On 9 July he came.", ["1931-05-03", "1932", "1932-07-09"]),
    ("He left in 1931. On 9 July he came.", ["1931", "1931-07-09"]),
    ("In May 1931 he left. The bridge, rebuilt in 1950, was old. In July he came.", ["1931-05", "1950", "1931-07"]),
    ("In December 1931 he left. In January he came.", ["1931-12", "1932-01"]),
]


@pytest.mark.parametrize(("story", "wanted"), STORIES, ids=[story for story, _ in STORIES])
def test_a_story_keeps_its_thread(story, wanted):
    assert [date for _, date in found(story, genre="narrative")] == wanted
