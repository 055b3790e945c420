"""The network: a MiniLM body read from its safetensors file, and one head a task.

Shapes: B windows, T pieces, N words. `first` [B, N] says at which piece each word begins.
"""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

DIM, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL, LINK, PARTY = 128, 128, 96, 64
WORDS_INNER = 768
OF_WORDS = ("tag", "lemma", "entity", "start")  # read off the word layer, as arcs are
DISTANCES = 24  # buckets of signed word distance between the two ends of a link


class Layer(nn.Module):
    """One BERT layer, normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(DIM, 3 * DIM), nn.Linear(DIM, DIM)
        self.up, self.down = nn.Linear(DIM, INNER), nn.Linear(INNER, DIM)
        self.norm1, self.norm2 = nn.LayerNorm(DIM, eps=1e-12), nn.LayerNorm(DIM, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Attend over the pieces that `mask` [B, 1, 1, T] allows."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, t, DIM))
        x = self.norm1(x + F.dropout(a, dropout, self.training))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(h, dropout, self.training))


class WordLayer(nn.Module):
    """One more layer, over words: what parse, tags and entities need and the other heads do not.

    Normalised before each half, so that it begins as the identity on a body already taught.
    """

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(DIM, 3 * DIM), nn.Linear(DIM, DIM)
        self.up, self.down = nn.Linear(DIM, WORDS_INNER), nn.Linear(WORDS_INNER, DIM)
        self.norm1, self.norm2 = nn.LayerNorm(DIM, eps=1e-12), nn.LayerNorm(DIM, eps=1e-12)
        for last in (self.out, self.down):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Attend over the words that `mask` [B, 1, 1, N] allows."""
        b, n, _ = x.shape
        parts = self.qkv(self.norm1(x)).view(b, n, 3, ATTENTION_HEADS, -1)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, n, DIM))
        x = x + F.dropout(a, dropout, self.training)
        h = self.down(F.gelu(self.up(self.norm2(x))))
        return x + F.dropout(h, dropout, self.training)


class Reader(nn.Module):
    """The body with all its heads; forward returns each head's scores by name."""

    def __init__(self, sizes: dict[str, int], features: int) -> None:
        """`sizes`: how many classes each head has; `label` is the arcs', the others are words'."""
        super().__init__()
        self.pieces = nn.Embedding(30522, DIM)
        self.positions = nn.Embedding(512, DIM)
        self.kind = nn.Parameter(torch.zeros(DIM))  # BERT's first token type
        self.features = nn.Embedding(features, DIM)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(DIM, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.word_layer = WordLayer()
        classes = {"role": 7, "start": 2, **{k: n for k, n in sizes.items() if k != "label"}}
        classes.update(factuality=1, factuality_other=1)
        self.classify = nn.ModuleDict({k: nn.Linear(DIM, n) for k, n in classes.items()})
        self.arc = nn.ModuleDict({k: nn.Linear(DIM, ARC) for k in ("child", "parent")})
        self.arc_weight = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.lab = nn.ModuleDict({k: nn.Linear(DIM, LABEL) for k in ("child", "parent")})
        self.lab_weight = nn.Parameter(torch.zeros(LABEL, sizes["label"]))
        self.link = nn.ModuleDict(
            {k: nn.Linear(DIM, LINK) for k in ("content", "cue_of", "cue", "source_of")}
        )
        self.link_weight = nn.Parameter(torch.zeros(2, LINK, LINK))
        self.link_distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.no_source = nn.Linear(DIM, 1)
        self.party = nn.ModuleDict(
            {k: nn.Linear(DIM, PARTY) for k in ("actor_of", "actor", "recipient_of", "recipient")}
        )
        self.party_weight = nn.Parameter(torch.zeros(2, PARTY, PARTY))
        self.party_bias = nn.Parameter(torch.full((2,), -3.0))
        self.transitions = nn.Parameter(torch.zeros(7, 7))
        for w in (self.arc_weight, self.lab_weight, self.link_weight, self.party_weight):
            nn.init.normal_(w, std=0.02)

    def body(self, pieces: Tensor, feature: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """[B, T] -> [B, T, DIM]."""
        places = torch.arange(pieces.shape[1])
        x = self.pieces(pieces) + self.positions(places) + self.kind + self.features(feature)
        x = F.dropout(self.norm(x), dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask, dropout)
        return x

    def forward(self, batch: dict[str, Tensor], dropout: float = 0.1) -> dict[str, Tensor]:
        """Return the heads' scores: classes [B, N, C], arcs [B, N, N], links [B, N, N]."""
        mask = batch["mask"][:, None, None, :]
        x = self.body(batch["pieces"], batch["feature"], mask, dropout)
        h = x.gather(1, batch["first"][:, :, None].expand(-1, -1, DIM))
        h = F.dropout(h, dropout, self.training)
        w = self.word_layer(h, (batch["first"] > 0)[:, None, None, :], dropout)
        out = {k: head(w if k in OF_WORDS else h) for k, head in self.classify.items()}
        child, parent = F.gelu(self.arc["child"](w)), F.gelu(self.arc["parent"](w))
        out["arc"] = (
            torch.cat([child, torch.ones_like(child[..., :1])], -1)
            @ self.arc_weight
            @ parent.transpose(1, 2)
        )
        out["label_child"], out["label_parent"] = (
            F.gelu(self.lab["child"](w)),
            F.gelu(self.lab["parent"](w)),
        )
        for k, head in self.link.items():
            out["link_" + k] = F.gelu(head(h))
        for k, head in self.party.items():
            out["party_" + k] = F.gelu(head(h))
        out["no_source"] = self.no_source(h)
        return out

    def party_scores(self, out: dict[str, Tensor], triggers: Tensor, which: int) -> Tensor:
        """[M, N]: how well each word is part of an actor (which 0) or a recipient (1).

        `triggers` [M, 2]: window and word of each trigger.
        """
        name = ("actor", "recipient")[which]
        ends = out[f"party_{name}_of"][triggers[:, 0], triggers[:, 1]] @ self.party_weight[which]
        words = out[f"party_{name}"][triggers[:, 0]]
        return torch.einsum("md,mnd->mn", ends, words) + self.party_bias[which]

    def label_scores(self, child: Tensor, parent: Tensor) -> Tensor:
        """[M, LABEL] twice -> [M, classes]: the label of each arc from its two ends."""
        return F.relu(child + parent) @ self.lab_weight

    def link_scores(self, out: dict[str, Tensor], which: int) -> Tensor:
        """[B, N, N]: content -> cue (which 0) or cue -> source (which 1)."""
        a, b = (("content", "cue_of"), ("cue", "source_of"))[which]
        scores = out["link_" + a] @ self.link_weight[which] @ out["link_" + b].transpose(1, 2)
        return scores + self.link_distance[which][distance_buckets(scores.shape[1])]


def distance_buckets(n: int) -> Tensor:
    """[n, n] bucket of (to - from): sign and log2 of the distance; bucket 0 is the word itself."""
    d = torch.arange(n)[None, :] - torch.arange(n)[:, None]
    log = torch.log2(d.abs().clamp(min=1).float()).mul(1.5).long().clamp(max=10)
    return torch.where(d == 0, 0, torch.where(d > 0, 1 + log, 12 + log))


def load_body(model: Reader, path: str) -> None:
    """Fill the body from a BertModel safetensors file."""
    w = load_file(path)
    e = "embeddings."
    new = {
        "pieces.weight": w[e + "word_embeddings.weight"],
        "positions.weight": w[e + "position_embeddings.weight"],
        "kind": w[e + "token_type_embeddings.weight"][0],
        "norm.weight": w[e + "LayerNorm.weight"],
        "norm.bias": w[e + "LayerNorm.bias"],
    }
    for i in range(LAYERS):
        old, to = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            new[f"{to}qkv.{kind}"] = torch.cat(
                [w[f"{old}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            )
            new[f"{to}out.{kind}"] = w[f"{old}attention.output.dense.{kind}"]
            new[f"{to}norm1.{kind}"] = w[f"{old}attention.output.LayerNorm.{kind}"]
            new[f"{to}up.{kind}"] = w[f"{old}intermediate.dense.{kind}"]
            new[f"{to}down.{kind}"] = w[f"{old}output.dense.{kind}"]
            new[f"{to}norm2.{kind}"] = w[f"{old}output.LayerNorm.{kind}"]
    missing, unexpected = model.load_state_dict(new, strict=False)
    assert not unexpected
    assert not [m for m in missing if m.startswith(("layers", "pieces", "norm"))]
