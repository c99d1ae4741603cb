#!/bin/sh
# Train the Indonesian language model from the corpora to the file of weights: run.sh SHARED FOLDER
set -eu
shared=$1
work=$2
here=$(cd "$(dirname "$0")" && pwd)
# One thread, and one order of hashes: the same weights from the same machine.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0
python "$here/prepare.py" --shared "$shared" --out "$work/prepared"
python "$here/pretrain.py" --prep "$work/prepared" --out "$work/pretrained/trunk.pt"
python "$here/train.py" --shared "$shared" --prep "$work/prepared" --start "$work/pretrained/trunk.pt" \
    --early 8 --epochs 0 --once --rate 2e-3 --out "$work/first"
for seed in 1 2 3; do
    python "$here/train.py" --shared "$shared" --prep "$work/prepared" --start "$work/first/model.pt" \
        --final --early 0 --epochs 9 --name-passes 8 --rate 1.5e-3 --seed "$seed" --out "$work/seed$seed"
    python "$here/train_names.py" --shared "$shared" --prep "$work/prepared" --start "$work/seed$seed" \
        --final --seed "$seed" --out "$work/names$seed"
done
python "$here/average.py" --shared "$shared" --prep "$work/prepared" --out "$work/mean" \
    "$work/seed1" "$work/seed2" "$work/seed3" "$work/names1" "$work/names2" "$work/names3"
python "$here/export.py" --prep "$work/prepared" --model "$work/mean" \
    --out "$here/../../src/kronik/languages/id/data/model.npz"
