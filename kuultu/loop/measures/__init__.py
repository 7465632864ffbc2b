"""Keep: in come verdicts and ideas, out goes a programme of one to four measures with owners who said yes."""
