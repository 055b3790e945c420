"""Average the weights of runs that grew out of one another: weight files in, one file out.

    python training/average.py --out mean.pt run1/weights.pt:0.3 run2/weights.pt:0.7

Each file comes with its share; the shares add up to one. Runs that start from each other's weights
lie in one valley, and a point between two of them often does better than either (Wortsman et al.
2022). A head that only the last files have is averaged over those; one named with --newest is taken
from the last file alone.
"""

import argparse
import pathlib

import torch


def mean_of(name: str, files: list[tuple[dict[str, torch.Tensor], float]]) -> torch.Tensor:
    """Average one weight over the files that have it: a head may be new in the last."""
    having = [(weights[name], share) for weights, share in files if name in weights]
    total = sum(share for _, share in having)
    return sum(share / total * weight for weight, share in having)


def main() -> None:
    """Read the command line, write the mean."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("runs", nargs="+", help="FILE:SHARE")
    ap.add_argument("--out", required=True, type=pathlib.Path)
    ap.add_argument("--newest", default=None, help="how a head's weights begin, e.g. lab")
    a = ap.parse_args()
    named = [run.rsplit(":", 1) for run in a.runs]
    files = [(torch.load(name), float(share)) for name, share in named]
    total = sum(share for _, share in files)
    if abs(total - 1) > 1e-6:  # noqa: PLR2004  rounding
        ap.error(f"the shares add up to {total}, not 1")
    newest = files[-1][0]
    mean = {k: mean_of(k, files) for k in newest}
    if a.newest:
        mean |= {k: v for k, v in newest.items() if k.startswith(a.newest)}
    torch.save(mean, a.out)


if __name__ == "__main__":
    main()
