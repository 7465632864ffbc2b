"""Follow up: in come measures, out come checkups, findings, an answer to residents, and the next round."""
