"""Forms of words that no rule turns into the lexicon's."""

IRREGULAR = {
    "built": "build", "rebuilt": "rebuild", "made": "make", "held": "hold", "ran": "run", "won": "win",
    "begun": "begin", "written": "write", "wrote": "write", "rewritten": "rewrite", "taught": "teach",
    "given": "give", "gave": "give", "grown": "grow", "grew": "grow", "kept": "keep", "met": "meet", "sold": "sell",
    "bought": "buy", "sent": "send", "paid": "pay", "shown": "show", "drawn": "draw", "taken": "take",
    "brought": "bring", "fallen": "fall", "fell": "fall", "risen": "rise", "rose": "rise", "done": "do",
    "did": "do", "led": "lead", "spent": "spend", "lost": "lose", "found": "find", "left": "leave", "driven": "drive",
    "shrunk": "shrink", "overseen": "oversee", "sought": "seek", "understood": "understand", "unmet": "meet",
    "slower": "slow", "seen": "see", "taken_on": "take_on", "children": "child", "people": "person",
}  # fmt: skip
"""Forms that no ending explains, and the word that they are of."""

SPELLINGS = {
    "centre": "center", "programme": "program", "licence": "license", "fulfil": "fulfill", "catalogue": "catalog",
    "enrolment": "enrollment", "judgement": "judgment", "ageing": "aging", "grey": "gray", "instalment": "installment",
    "skilful": "skillful", "defence": "defense", "offence": "offense", "dialog": "dialogue", "theatre": "theater",
    "metre": "meter", "kilometre": "kilometer", "behaviour": "behavior", "labour": "labor", "trhoughput": "throughput",
}  # fmt: skip
"""British forms that no rule turns into the lexicon's."""
