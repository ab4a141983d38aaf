#!/usr/bin/env python3
"""Makes worse telephone lines out of clean 8 kHz recordings: street noise at 20, 10 and 5 dB, A-law, mu-law, a narrow GSM-like band.

Usage: variants.py IN OUT    IN holds *.wav (8 kHz, 16 bit, mono) and reference.tsv; every third recording goes to OUT/<variant>.
Needs Python 3.11 or 3.12 (audioop). Street noise: low-passed random noise that swells like passing cars; its level is set against the
level of the speech, measured over the 20 ms frames louder than a tenth of the loudest. GSM-like: 350 to 3,000 Hz, 24 dB an octave.
"""
import array
import audioop
import math
import os
import random
import sys
import wave

RATE = 8000


def read(path):
    with wave.open(path) as source:
        return source.readframes(source.getnframes())


def write(folder, name, samples):
    os.makedirs(folder, exist_ok=True)
    with wave.open(os.path.join(folder, name), "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(RATE)
        target.writeframes(samples)


def clip(values):
    return array.array("h", [max(-32768, min(32767, int(value))) for value in values]).tobytes()


def street(length, seed):
    source, low, high, out = random.Random(seed), 0.0, 0.0, []
    for i in range(length):
        x = source.gauss(0, 1)
        low = 0.97 * low + x * 0.25
        high = 0.6 * high + 0.4 * x
        out.append((low + 0.5 * high) * (1 + 0.6 * math.sin(i / RATE * 2 * math.pi * 0.3 + seed)) * 2000)
    return clip(out)


def section(values, frequency, high_pass):
    w = 2 * math.pi * frequency / RATE
    c, alpha = math.cos(w), math.sin(w) / math.sqrt(2)
    edge = (1 + c if high_pass else 1 - c) / 2
    middle = -(1 + c) if high_pass else 1 - c
    x1 = x2 = y1 = y2 = 0.0
    out = []
    for x in values:
        y = (edge * x + middle * x1 + edge * x2 + 2 * c * y1 - (1 - alpha) * y2) / (1 + alpha)
        x2, x1, y2, y1 = x1, x, y1, y
        out.append(y)
    return out


def narrow(samples):
    values = [float(value) for value in array.array("h", samples)]
    for frequency, high_pass in ((350, True), (350, True), (3000, False), (3000, False)):
        values = section(values, frequency, high_pass)
    return clip(values)


def level(samples):
    frames = [audioop.rms(samples[at:at + 320], 2) for at in range(0, len(samples) - 319, 320)]
    loud = [frame for frame in frames if frame > max(frames) / 10]
    return math.sqrt(sum(frame * frame for frame in loud) / len(loud))


def main(source, target):
    names = sorted(name for name in os.listdir(source) if name.endswith(".wav"))[::3]
    with open(os.path.join(source, "reference.tsv"), encoding="utf-8") as table:
        reference = {line.split("\t")[0]: line for line in table}
    variants = set()

    def put(variant, name, samples):
        variants.add(variant)
        write(os.path.join(target, variant), name, samples)

    for seed, name in enumerate(names):
        clean = read(os.path.join(source, name))
        put("clean", name, clean)
        put("alaw", name, audioop.alaw2lin(audioop.lin2alaw(clean, 2), 2))
        put("ulaw", name, audioop.ulaw2lin(audioop.lin2ulaw(clean, 2), 2))
        put("gsm", name, audioop.ulaw2lin(audioop.lin2ulaw(audioop.mul(narrow(clean), 2, 1), 2), 2))
        noise = street(len(clean) // 2, seed)
        for decibels in (20, 10, 5):
            gain = level(clean) / audioop.rms(noise, 2) / 10 ** (decibels / 20)
            put(f"noise{decibels}", name, audioop.add(clean, audioop.mul(noise, 2, gain), 2))
    for variant in variants:
        with open(os.path.join(target, variant, "reference.tsv"), "w", encoding="utf-8") as table:
            table.writelines(reference[name] for name in names)


main(*sys.argv[1:3])
