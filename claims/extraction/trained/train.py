"""Rebuilds the shipped pipeline from UD English EWT: python -m claims.extraction.trained.train CORPUS

CORPUS is the folder with train.conllu, dev.conllu and test.conllu. Writes model/ and scores.json beside this file.
One core, about 25 minutes; the same seed gives the same pipeline on the same machine."""

import argparse
import json
import shutil
from importlib.metadata import version
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.vocab import Vocab

from claims.extraction.trained.reports import can_be_reported, renamed, reported
from claims.extraction.trained.treebank import BRITISH, CURLY, STRAIGHT, documents, grouped, sentences

HERE = Path(__file__).parent
SEED = 20180426
MEASURES = ("token_acc", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")


def build(corpus: Path, model: Path, *, steps: int | None = None) -> dict[str, float]:
    """Trains into `model` and returns its scores on the corpus's test part."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        vocab = spacy.blank("en").vocab
        DocBin(docs=training_documents(vocab, corpus / "train.conllu")).to_disk(work / "train.spacy")
        DocBin(docs=documents(vocab, corpus / "dev.conllu", 10, STRAIGHT)).to_disk(work / "dev.spacy")
        overrides: dict[str, str | int] = {
            "paths.train": str(work / "train.spacy"),
            "paths.dev": str(work / "dev.spacy"),
        }
        overrides |= {"training.max_steps": steps} if steps else {}
        spacy_train(HERE / "config.cfg", work / "out", overrides=overrides)
        _install(work / "out" / "model-best", model)
    return score(spacy.load(model), corpus / "test.conllu")


def training_documents(vocab: Vocab, path: Path) -> list[Doc]:
    """Every sentence three times, alone and in passages, with each habit of quotation marks and half its names
    invented; and every plain statement once more as reported speech. Shuffled by `SEED`."""
    rng = Random(SEED)  # noqa: S311, the order of training, no secret
    trees = list(sentences(path))
    strange = [(begins, renamed(tree, rng)) for begins, tree in trees]
    reports = [(rng.random() < 0.5, reported(tree, rng)) for _, tree in strange if can_be_reported(tree)]
    rng.shuffle(reports)
    third = len(reports) // 3
    shuffled = [
        *grouped(vocab, trees, 3, STRAIGHT),
        *grouped(vocab, strange, 8, CURLY),
        *grouped(vocab, strange, 2, BRITISH),
        *grouped(vocab, reports[:third], 3, CURLY),
        *grouped(vocab, reports[third : 2 * third], 2, STRAIGHT),
        *grouped(vocab, reports[2 * third :], 4, BRITISH),
    ]
    rng.shuffle(shuffled)
    return shuffled


def _install(trained: Path, model: Path) -> None:
    """Replaces `model`; its config forgets the folder that it was trained in."""
    shutil.rmtree(model, ignore_errors=True)
    nlp = spacy.load(trained)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta |= {
        "lang": "en",
        "name": "whosaidwhat_ewt",
        "license": "CC BY-SA 4.0",
        "description": "English tagger, morphologizer, lemmatizer and parser trained on UD English EWT",
        "performance": {},
    }
    nlp.to_disk(model)


def score(nlp: Language, path: Path) -> dict[str, float]:
    """Accuracies on the trees of `path`, from raw text: the tokenizer's mistakes count."""
    gold = documents(nlp.vocab, path, 10, STRAIGHT)
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
    return {name: round(scores[name], 4) for name in MEASURES}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", type=Path, default=HERE / "model")
    parser.add_argument("--steps", type=int, help="fewer steps, for a try")
    args = parser.parse_args()
    scores = build(args.corpus, args.model, steps=args.steps)
    report = {"test": scores, "spacy": version("spacy"), "seed": SEED}
    (args.model.parent / "scores.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
