"""Train the reader: word arrays in, weights out.

    python training/train.py --work training/sets --base model.safetensors --minutes 60 --out run1

One JSON line an evaluation. Every step mixes windows of all sets: attributions (gold roles, links
and acts), news (parse only), events (the project's own sentences) and facts; all of them have the
teacher's parse. The dev set is only measured, never chosen by.
"""

import argparse
import json
import pathlib
import time
from collections.abc import Iterator
from dataclasses import asdict, replace

import numpy as np
import torch
from torch import Tensor

from arrays import Window, Words
from losses import link_choices, losses
from network import Reader, load_body
from readout.models.features import FEATURES
from settings import Settings

BODY = ("layers", "positions", "norm", "kind")
SHARED = ("tag", "lemma", "entity", "start", "arc", "label")  # taught in every set


def endless(
    words: Words, articles: range, n: int, s: Settings, seed: int
) -> Iterator[list[Window]]:
    """Yield `n` windows at a time for ever, all articles in a new order each round."""
    rng = np.random.default_rng(seed)
    while True:
        windows = words.windows(articles, s, rng)
        order = rng.permutation(len(windows))
        for at in range(0, len(order) - n + 1, n):
            yield [windows[k] for k in order[at : at + n]]


def optimizer_of(model: Reader, s: Settings) -> torch.optim.AdamW:
    """Two rates: the pretrained body learns slowly, the heads fast; piece embeddings not at all.

    With `only`, nothing learns but the weights whose names begin so.
    """
    model.pieces.weight.requires_grad_(False)  # noqa: FBT003  torch's own signature
    if s.only:
        for name, weight in model.named_parameters():
            weight.requires_grad_(name.startswith(s.only))
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    body = [p for n, p in named if n.startswith(BODY)]
    heads = [p for n, p in named if not n.startswith(BODY)]
    groups = [{"params": body, "lr": s.rate}, {"params": heads, "lr": s.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=s.decay, betas=(0.9, 0.98))


def step_loss(
    model: Reader, sets: list[tuple[Words, list[Window]]], s: Settings, rng: np.random.Generator
) -> Tensor:
    """Weighted loss of one step's windows; a head seen in both sets weighs by windows."""
    total, all_windows = torch.zeros(()), sum(len(windows) for _, windows in sets)
    weights = dict(s.weights)
    for words, windows in sets:
        batch = words.batch(windows, s.caseless, rng)
        with torch.autocast("cpu", torch.bfloat16):
            out = model(batch, s.dropout)
        for k, v in losses(model, batch, out).items():
            share = len(windows) / all_windows if k in SHARED else 1.0
            total = total + weights[k] * share * v
    return total


def train(
    model: Reader, sets: dict[str, Words], dev: Words, s: Settings, out: pathlib.Path
) -> None:
    """Run until the minutes are spent; keep a running average of the weights."""
    optimizer, rng = optimizer_of(model, s), np.random.default_rng(s.seed)
    rates = [g["lr"] for g in optimizer.param_groups]
    kept = {k: v.detach().clone() for k, v in model.state_dict().items()}
    streams = []
    for number, (name, n) in enumerate(s.windows):
        words = sets[name]
        taught = range(words.articles - (s.held_out if name == "train" else 0))
        streams.append((words, endless(words, taught, n, s, s.seed + number)))
    began, step, shown = time.time(), 0, 0.0
    while (spent := (time.time() - began) / 60 / s.minutes) < 1:
        done = s.already + spent * (1 - s.already)
        for g, rate in zip(optimizer.param_groups, rates, strict=True):
            g["lr"] = rate * min(spent / s.warmup, (1 - done) / (1 - s.warmup), 1)
        loss = step_loss(model, [(words, next(stream)) for words, stream in streams], s, rng)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        with torch.no_grad():
            for k, v in model.named_parameters():
                if v.requires_grad:
                    kept[k].lerp_(v, 1 - min(s.average, step / (step + 20)))
        if step % 25 == 0:
            print(f"step {step} done {done:.3f} loss {loss.item():.3f}", flush=True)
        if spent - shown > s.evaluate_every:
            shown = spent
            torch.save(kept, out / "weights.pt")
            figures = report(model, kept, dev, range(0, dev.articles, 5), s)
            print(json.dumps({"step": step, "dev": figures}), flush=True)
    torch.save(kept, out / "weights.pt")
    print(json.dumps({"step": step, "dev": report(model, kept, dev, range(dev.articles), s)}))


def report(
    model: Reader, kept: dict[str, Tensor], dev: Words, articles: range, s: Settings
) -> dict[str, float]:
    """Measure the kept weights, then put the present ones back."""
    now = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(kept)
    figures = evaluate(model, dev, articles, s)
    model.load_state_dict(now)
    return figures


@torch.no_grad()
def evaluate(model: Reader, words: Words, articles: range, s: Settings) -> dict[str, float]:
    """Argmax figures on whole windows: quick to read, not the benchmark's."""
    model.eval()
    hits: dict[str, list[int]] = {}

    def count(name: str, right: Tensor, of: Tensor) -> None:
        pair = hits.setdefault(name, [0, 0])
        pair[0] += int(right.sum())
        pair[1] += int(of.sum())

    windows = words.windows(articles, s, None)
    for i in range(0, len(windows), 8):
        batch = words.batch(windows[i : i + 8])
        with torch.autocast("cpu", torch.bfloat16):
            out = {k: v.float() for k, v in model(batch, 0.0).items()}
        out["head"] = out["arc"].masked_fill(~(batch["first"] > 0)[:, None, :], -1e4)
        for k in ("tag", "lemma", "head", "start", "entity"):
            keep = batch[k] >= 0
            count(k, (out[k].argmax(-1) == batch[k]) & keep, keep)
        guess, gold = (out["role"].argmax(-1) + 1) // 2, (batch["role"] + 1) // 2
        for c, k in enumerate(("source", "cue", "content"), start=1):
            g, p = (gold == c) & (batch["role"] >= 0), (guess == c) & (batch["role"] >= 0)
            count(k, torch.cat([g & p, g & p]), torch.cat([g, p]))  # F1 = 2 hits / (gold + found)
        for which, k in enumerate(("cue_of_content", "source_of_cue")):
            scores, target = link_choices(model, batch, out, which)
            count(k, scores.argmax(-1) == target, target >= 0)
    model.train()
    return {k: round(100 * a / max(b, 1), 2) for k, (a, b) in hits.items()}


def go_on(model: Reader, weights: dict[str, Tensor]) -> None:
    """Load earlier weights; heads that they lack stay new, and are named."""
    missing, unexpected = model.load_state_dict(weights, strict=False)
    print(json.dumps({"new": missing, "dropped": unexpected}))


def main() -> None:
    """Read the command line, build the network, train it."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("work", "base", "out"):
        ap.add_argument(f"--{name}", required=True, type=pathlib.Path)
    ap.add_argument("--minutes", type=float, default=Settings.minutes)
    ap.add_argument("--seed", type=int, default=Settings.seed)
    ap.add_argument("--start", type=pathlib.Path, help="weights of an earlier run to go on from")
    ap.add_argument("--already", type=float, default=0, help="share of the run done before --start")
    ap.add_argument("--only", nargs="*", default=(), help="how the weights begin that learn")
    ap.add_argument("--windows", help="of each set in a step, e.g. events=12,facts=2")
    ap.add_argument("--rate-scale", type=float, default=1.0, help="of both learning rates")
    a = ap.parse_args()
    rates = {k: getattr(Settings, k) * a.rate_scale for k in ("rate", "head_rate")}
    s = replace(Settings(minutes=a.minutes, seed=a.seed, already=a.already), **rates)
    s = replace(s, only=tuple(a.only))
    if a.windows:
        named = (part.split("=") for part in a.windows.split(","))
        s = replace(s, windows=tuple((name, int(number)) for name, number in named))
    a.out.mkdir(parents=True, exist_ok=True)
    (a.out / "settings.json").write_text(json.dumps(asdict(s), indent=1))
    torch.manual_seed(s.seed)
    sets = {name: Words(a.work / f"{name}.npz") for name, _ in s.windows}
    dev = Words(a.work / "dev.npz")
    vocab = json.loads((a.work / "vocab.json").read_text())
    model = Reader({k: len(v) for k, v in vocab.items()}, FEATURES)
    load_body(model, str(a.base))
    if a.start:
        go_on(model, torch.load(a.start))
    train(model, sets, dev, s, a.out)


if __name__ == "__main__":
    main()
