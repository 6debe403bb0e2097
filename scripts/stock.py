"""Stock Rasa as `rasa init` sets it up, on part of the same examples: what Signpost is compared with."""

from __future__ import annotations

from pathlib import Path

import yaml

from signpost import examples

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = 1_665
EPOCHS = 20

_CONFIG = f"""\
recipe: default.v1
assistant_id: stock
language: en
pipeline:
- name: WhitespaceTokenizer
- name: RegexFeaturizer
- name: LexicalSyntacticFeaturizer
- name: CountVectorsFeaturizer
- {{name: CountVectorsFeaturizer, analyzer: char_wb, min_ngram: 1, max_ngram: 4}}
- {{name: DIETClassifier, epochs: {EPOCHS}, constrain_similarities: true}}
- name: EntitySynonymMapper
- {{name: ResponseSelector, epochs: {EPOCHS}, constrain_similarities: true}}
- {{name: FallbackClassifier, threshold: 0.3, ambiguity_threshold: 0.1}}
policies:
- name: MemoizationPolicy
- name: RulePolicy
- {{name: UnexpecTEDIntentPolicy, max_history: 5, epochs: {EPOCHS}}}
- {{name: TEDPolicy, max_history: 5, epochs: {EPOCHS}, constrain_similarities: true}}
"""


def first_examples(number: int = EXAMPLES) -> list[tuple[str, str]]:
    """The first examples of every topic in turn, as (text, topic), until there are `number`."""
    of_topic: dict[str, list[str]] = {}
    for text, topic in examples.load():
        of_topic.setdefault(topic, []).append(text)
    rounds = max(map(len, of_topic.values()))
    in_turn = [(texts[i], topic) for i in range(rounds) for topic, texts in of_topic.items() if i < len(texts)]
    return in_turn[:number]


def write_project(folder: Path, number: int = EXAMPLES) -> None:
    """A stock project of so many examples, with one answer per topic, over the REST channel."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    of_topic: dict[str, list[str]] = {}
    for text, topic in first_examples(number):
        of_topic.setdefault(topic, []).append(text)
    (folder / "config.yml").write_text(_CONFIG, encoding="utf-8")
    (folder / "credentials.yml").write_text("rest:\n", encoding="utf-8")
    _write(folder / "data/nlu.yml", {"nlu": [{"intent": t, "examples": "".join(f"- {x}\n" for x in xs)} for t, xs in of_topic.items()]})
    rules = [{"rule": t, "steps": [{"intent": t}, {"action": f"utter_{t}"}]} for t in of_topic]
    _write(folder / "data/rules.yml", {"rules": rules})
    words = {f"utter_{t}": [{"text": f"This is where the answer about {t} stands."}] for t in [*of_topic, "default"]}
    _write(folder / "domain.yml", {"intents": list(of_topic), "responses": words})


def copy_signpost(folder: Path, number: int = EXAMPLES) -> None:
    """Signpost itself with the same examples and no others: to be trained beside the stock project."""
    chosen = set(first_examples(number))
    for entry in ROOT.iterdir():
        if entry.name not in ("data", "models", ".git"):
            (folder / entry.name).symlink_to(entry)
    for file in sorted((ROOT / "data").glob("*/*.yml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        for part in content["nlu"]:
            lines = [line for line in part["examples"].splitlines() if (line.removeprefix("- "), part["intent"]) in chosen]
            part["examples"] = "\n".join(lines) + "\n"
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(content, allow_unicode=True, width=10_000), encoding="utf-8")


def _write(file: Path, content: dict[str, object]) -> None:
    file.write_text(yaml.safe_dump({"version": "3.1", **content}, sort_keys=False, allow_unicode=True, width=10_000), encoding="utf-8")
