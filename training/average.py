"""Average the weights of runs that grew out of one another: weight files in, one file out.

    python training/average.py --out mean.pt run1/weights.pt:0.3 run2/weights.pt:0.7

Each file comes with its share; the shares add up to one. Runs that start from each other's weights
lie in one valley, and a point between two of them often does better than either (Wortsman et al.
2022). A head named with --newest is taken from the last file alone: it was new there.
"""

import argparse
import pathlib

import torch


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
    mean = {k: sum(share * weights[k] for weights, share in files) for k in newest}
    if a.newest:
        mean |= {k: v for k, v in newest.items() if k.startswith(a.newest)}
    torch.save(mean, a.out)


if __name__ == "__main__":
    main()
