"""Checks kept copies of /changes/log.jsonl: check-log.py COPY [LATER-COPY]. Exit status 1 where something was altered."""
import hashlib, json, sys

FIELDS = ["seq", "kind", "key", "version", "title_sha256", "body_sha256", "foreign_sha256", "published_at", "by", "reason", "withdrawn"]


def read(path):
    lines = sorted((json.loads(line) for line in open(path, encoding="utf-8") if line.strip()), key=lambda line: line["seq"])
    for before, line in zip([None] + lines, lines):
        if before is None and line["seq"] != 1:
            continue  # a copy may begin anywhere; its first line cannot be checked then
        previous = "" if before is None else before["hash"]
        text = json.dumps([previous, [line[field] for field in FIELDS]], ensure_ascii=False, separators=(",", ":"))
        if before is not None and line["seq"] != before["seq"] + 1:
            sys.exit(f"{path}: a line is missing before {line['seq']}")
        if hashlib.sha256(text.encode()).hexdigest() != line["hash"]:
            sys.exit(f"{path}: line {line['seq']} does not fit its hash")
    print(f"{path}: {len(lines)} lines fit; the last hash is {lines[-1]['hash'] if lines else 'none'}")
    return {line["seq"]: line for line in lines}


copies = [read(path) for path in sys.argv[1:]]
if len(copies) == 2:
    then, now = copies
    for seq, line in then.items():
        if now.get(seq) != line:
            sys.exit(f"line {seq} was altered or is gone")
    print("every line of the first copy stands unchanged in the second")
