"""Votes out of files, judged by the law and compared with what the files say came of them.

What the rest of the house uses:

- `read(path)`          a file of cases (YAML) or of votes (CSV) as a `Docket`: its entries, and problems
- `judge(dockets)`      a `Finding` for every entry: result, who vetoed, number needed and had, the rules
- `Finding.standing`    whether it agrees with the file, disagrees, is doubted, or could not be compared
- `asked.question(...)` a question typed at the prompt, as a case like any other

Where to look:

- `cases`       the values: `Case`, `Chain`, `Ordering`, `Turn`, `Docket`, `Finding`
- `docket`      files to dockets, dockets to findings
- `sheets`      a YAML file of cases              - `pages`       the parts of one, each value with its place
- `rows`        a CSV file of votes               - `doubts`      records known to be wrong, and why
- `seats`       names to seats, rolls to bodies   - `blanks`      votes a record leaves open
- `judging`     one question, judged              - `asked`       a question at the prompt
- `chains`      votes that follow each other      - `rotation`    presidencies
- `orders`      what is put first                 - `phrases`     motions and amendments in plain English
- `rulings`     what the law says of an event     - `senses`      what an expectation means

To judge a new type of question add it to `rules.questions`: files may use it at once. To rule on a new kind
of event copy a function of `rulings`.

The law is in `rules`; this room only reads, asks and compares. What is wrong with a file is a value with its
place and a remedy, never an exception. It must never print, and never change a record: a doubt is told beside
it.
"""

from __future__ import annotations

from game.tally.cases import Docket, Finding, Standing
from game.tally.docket import judge, read

__all__ = ["Docket", "Finding", "Standing", "judge", "read"]
