#!/bin/sh
# Train the Indonesian language model from the corpora to the file of weights: run.sh SHARED FOLDER
set -eu
shared=$1
work=$2
here=$(cd "$(dirname "$0")" && pwd)
# One thread, and one order of hashes: the same weights from the same machine.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0
python "$here/prepare.py" --shared "$shared" --out "$work/prepared"
python "$here/pretrain.py" --prep "$work/prepared" --out "$work/pretrained.pt"
for seed in 1 2 3; do
    python "$here/train.py" --shared "$shared" --prep "$work/prepared" --start "$work/pretrained.pt" \
        --final --seed "$seed" --out "$work/seed$seed"
done
python "$here/export.py" --prep "$work/prepared" --model "$work/seed1" --out "$here/../../src/kronik/languages/id/data/model.npz"
