"""A batch and the network's scores in, one mean loss a head out."""

import torch
import torch.nn.functional as F
from torch import Tensor

from arrays import NONE, SURE
from network import Reader

CUE, CONTENT = 3, 5  # the tags that begin such a piece
BARRED = -1e4


def losses(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the losses of the heads that the batch has labels for."""
    out = {k: v.float() for k, v in out.items()}
    found = {
        k: F.cross_entropy(out[k].flatten(0, 1), batch[k].flatten(), ignore_index=-1)
        for k in ("tag", "lemma", "entity", "start")
    }
    there = (batch["first"] > 0)[:, None, :]
    arcs = out["arc"].masked_fill(~there, BARRED).flatten(0, 1)
    found["arc"] = F.cross_entropy(arcs, batch["head"].flatten(), ignore_index=-1)
    i, j = torch.nonzero((batch["head"] >= 0) & (batch["label"] >= 0), as_tuple=True)
    child, parent = out["label_child"][i, j], out["label_parent"][i, batch["head"][i, j]]
    found["label"] = F.cross_entropy(model.label_scores(child, parent), batch["label"][i, j])
    for k in ("event", "mode", "status", "act"):
        if (batch[k] >= 0).any():
            scores, labels = out[k].flatten(0, 1), batch[k].flatten()
            found[k] = F.cross_entropy(scores, labels, ignore_index=-1)
    if len(batch["trigger"]):
        found["party"] = party_loss(model, batch, out)
    for k in SURE:
        sure = ~batch[k].isnan()
        if sure.any():
            found[k] = F.smooth_l1_loss(out[k][..., 0][sure], batch[k][sure])
    told = (batch["role"] >= 0).any(1)
    if told.any():
        found["role"] = crf_loss(out["role"][told], batch["role"][told], model.transitions)
        found["link"] = link_loss(model, batch, out)
    return found


def crf_loss(scores: Tensor, tags: Tensor, transitions: Tensor) -> Tensor:
    """Negative log likelihood a word of a linear-chain CRF (Lafferty et al. 2001); -1 pads."""
    keep = tags >= 0
    gold = tags.clamp(min=0)
    path = scores.gather(2, gold[..., None])[..., 0].mul(keep).sum()
    path = path + transitions[gold[:, :-1], gold[:, 1:]].mul(keep[:, 1:]).sum()
    alpha = scores[:, 0]
    for i in range(1, scores.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + transitions, 1) + scores[:, i]
        alpha = torch.where(keep[:, i, None], step, alpha)
    return (torch.logsumexp(alpha, 1).mul(keep[:, 0]).sum() - path) / keep.sum().clamp(min=1)


def link_choices(
    model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor], which: int
) -> tuple[Tensor, Tensor]:
    """Scores [M, N + 1] and targets [M] of the contents that choose a cue, or cues a source.

    The last column is "no source"; a content always has a cue.
    """
    chooses = batch["role"] == (CONTENT, CUE)[which]
    linked = chooses & ((batch["link"] >= 0) | (batch["link"] == NONE))
    there = (batch["first"] > 0)[:, None, :]
    scores = model.link_scores(out, which).masked_fill(~there, BARRED)
    none = out["no_source"] if which else torch.full_like(out["no_source"], BARRED)
    scores = torch.cat([scores, none], -1)
    target = torch.where(batch["link"] == NONE, scores.shape[-1] - 1, batch["link"])
    return scores[linked], target[linked]


def link_loss(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> Tensor:
    """Content pieces choose their cue among all words; cues choose their source or none."""
    total = torch.zeros(())
    for which in (0, 1):
        scores, target = link_choices(model, batch, out, which)
        if len(target):
            total = total + F.cross_entropy(scores, target)
    return total


def party_loss(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> Tensor:
    """Each word is part of an actor or a recipient of each trigger, or not."""
    triggers, parties = batch["trigger"], batch["party"]
    there = (batch["first"] > 0)[triggers[:, 0]]
    total = torch.zeros(())
    for which in (0, 1):
        target = torch.zeros(there.shape)
        of = parties[parties[:, 2] == which]
        target[of[:, 0], of[:, 1]] = 1
        scores = model.party_scores(out, triggers, which)
        loss = F.binary_cross_entropy_with_logits(scores, target, reduction="none")
        total = total + loss[there].sum() / len(triggers)
    return total
