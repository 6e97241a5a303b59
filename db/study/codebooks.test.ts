import { expect, test } from "vitest";
import { firstCodebook } from "@/domain/codebook/codebook";
import { temporaryStudy } from "../fixtures";
import { write } from "../store/store";
import { getCodebook, introduceCodebook } from "./codebooks";

test("a codebook is the one of the study that is open, not of one that was open before", async () => {
  for (const label of ["Harm online", "Harm at school"]) {
    const study = await temporaryStudy();
    const file = structuredClone(firstCodebook) as { factors: { label: string }[] };
    const [first, ...factors] = file.factors;
    const newer = { ...file, version: "0.2", factors: [{ ...first, label }, ...factors] };
    await write((tx) => introduceCodebook(tx, newer));
    expect((await getCodebook("0.2")).factors[0]?.label).toBe(label);
    study.end();
  }
});
