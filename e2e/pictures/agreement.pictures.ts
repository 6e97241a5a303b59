import { readFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "@/db/fixtures";
import { importCases } from "@/db/imports/cases";
import { test } from "../study";
import { pictureOf } from "./camera";

test("the agreement between coders", async ({ study }) => {
  const file = (name: string) => ({
    name,
    bytes: readFileSync(join("commands", "demo", "reference", name)),
  });
  must(
    await importCases(study.people.Lena, {
      cases: file("cases.csv"),
      children: file("children.csv"),
      periods: file("involvement_periods.csv"),
      ratings: file("independent_ratings_2015.csv"),
    }),
  );
  const lead = await study.as("Lena");
  await pictureOf(lead, "/agreement", "agreement");
  await pictureOf(lead, "/agreement?factor=neglect&pair=A-B&cell=2-1", "agreement-factor");
  const analyst = await study.as("Dora");
  await pictureOf(analyst, "/agreement?factor=neglect", "agreement-factor-analyst");
});
