import type { Codebook } from "../codebook/codebook";
import type { NamedTable } from "./scripts";

/*
 * What the script for R computes, each where the columns for it are there: as the pages of tables and
 * of agreement do, from the definitions in domain/tables/risk-ratings.ts and domain/agreement/.
 */

/** Whether a table has all of these columns. */
function has(tables: readonly NamedTable[], table: string, columns: readonly string[]): boolean {
  const fields = tables.find(({ name }) => name === table)?.fields ?? [];
  return columns.every((column) => fields.some(({ name }) => name === column));
}

/** The lines that make Table 10, by sample too, the oldest first; none without its columns. */
export function table10Lines(
  tables: readonly NamedTable[],
  samples: readonly string[],
): readonly string[] {
  const columns = ["case_type", "included", "law_group", "risk_rating"];
  if (!has(tables, "agreed-ratings", columns)) return [];
  return has(tables, "agreed-ratings", ["sample"])
    ? [...table10, ...bySample(samples)]
    : [...table10, inAll];
}

const table10 = [
  "# Table 10: mean risk rating and number of cases, by case type. Means are over all cases of a row.",
  'analysed <- agreed_ratings[agreed_ratings$included == "Yes" & !is.na(agreed_ratings$risk_rating), ]',
  "analysed <- droplevels(analysed)",
  "table_10 <- function(cases) {",
  "  mean_of <- function(name, own) data.frame(cases = name,",
  "    mean = if (any(own)) mean(cases$risk_rating[own]) else NA, n = sum(own))",
  "  do.call(rbind, c(",
  "    lapply(levels(cases$case_type), function(one) mean_of(one, cases$case_type == one)),",
  "    lapply(levels(cases$law_group), function(one) mean_of(one, cases$law_group == one)),",
  '    list(mean_of("All cases", rep(TRUE, nrow(cases))))',
  "  ))",
  "}",
];

const inAll = "print(table_10(analysed), digits = 3)";

const bySample = (samples: readonly string[]) => [
  "# This sample is the newest with ten analysed cases or more, as on the page of tables. For another,",
  "# change this_sample and run what follows again. The oldest sample is first, by the days recorded",
  "# for samples when this script was made, else by their names.",
  `in_order <- intersect(${vectorOf(samples)}, analysed$sample)`,
  "full <- in_order[table(analysed$sample)[in_order] >= 10]",
  "this_sample <- tail(if (length(full) > 0) full else in_order, 1)",
  "earlier_samples <- in_order[seq_along(in_order) < match(this_sample, in_order)]",
  "sample_columns <- c(",
  '  list("Earlier samples" = earlier_samples, "This sample" = this_sample,',
  '    "Both" = c(earlier_samples, this_sample)),',
  "  setNames(as.list(in_order), in_order)",
  ")",
  "table_10_by_sample <- do.call(rbind, lapply(names(sample_columns), function(column)",
  "  cbind(column = column, table_10(analysed[analysed$sample %in% sample_columns[[column]], ]))))",
  'in_words <- function(mean, n) ifelse(n == 0, "", sprintf("%.1f (%d)", floor(mean * 10 + 0.5) / 10, n))',
  "print(data.frame(cases = table_10(analysed)$cases, lapply(sample_columns, function(samples)",
  "  with(table_10(analysed[analysed$sample %in% samples, ]), in_words(mean, n))), check.names = FALSE))",
  "",
];

/** Texts as R writes them in one vector. */
function vectorOf(texts: readonly string[]): string {
  return texts.length > 0
    ? `c(${texts.map((one) => JSON.stringify(one)).join(", ")})`
    : "character(0)";
}

/** The lines that compute how far coders agreed; none without their ratings. */
export function agreementLines(tables: readonly NamedTable[], codebook: Codebook): string[] {
  if (!has(tables, "ratings", ["case_ref", "factor", "joined_later", "score"])) return [];
  const scales = codebook.factors.map(({ label, levels }) => {
    const scores = levels.map(({ score }) => score).sort((a, b) => a - b);
    return `  ${JSON.stringify(label)} = c(${scores.join(", ")})`;
  });
  return [...before, "scales <- list(", scales.join(",\n"), ")", ...agreement];
}

const before = [
  "# How far coders agreed before they talked: as on the page of agreement, of the cases in these files,",
  "# which are committed; that page also counts cases that are open. Whoever joined later is left out.",
  "# percent, within_one and presence are shares of pairs of ratings, alike, at most one apart, and alike",
  "# in whether there is anything; kappa is Fleiss' kappa; ac2 is Gwet's AC2 with quadratic weights; alpha",
  "# is Krippendorff's alpha, ordinal. Coders have other letters in each case, so pairs are not compared.",
  'independent <- ratings[is.na(ratings$joined_later) | ratings$joined_later == "No", ]',
];

const agreement = [
  "agreement_on <- function(factor, scale) {",
  "  own <- independent[independent$factor == factor & !is.na(independent$score), ]",
  "  counts <- unclass(table(own$case_ref, base::factor(own$score, levels = scale)))",
  "  shares <- colMeans(counts / rowSums(counts))",
  "  two <- counts[rowSums(counts) >= 2, , drop = FALSE]",
  "  if (nrow(two) == 0) return(data.frame(factor = factor, cases = 0, percent = NA, within_one = NA,",
  "    presence = NA, kappa = NA, ac2 = NA, alpha = NA))",
  "  n <- rowSums(two)",
  "  agreed <- function(w) mean(rowSums(two * (two %*% w - 1)) / (n * (n - 1)))",
  '  apart <- abs(outer(scale, scale, "-"))',
  "  near <- 1 - (apart / max(apart))^2",
  "  corrected <- function(p, chance) if (1 - chance < 1e-12) NA else (p - chance) / (1 - chance)",
  "  coincidences <- t(two / (n - 1)) %*% two - diag(colSums(two / (n - 1)))",
  "  given <- colSums(coincidences)",
  '  distance <- outer(cumsum(given) - given / 2, cumsum(given) - given / 2, "-")^2',
  "  expected <- sum(outer(given, given) * distance)",
  "  data.frame(",
  "    factor = factor,",
  "    cases = nrow(two),",
  "    percent = agreed(diag(length(scale))),",
  "    within_one = agreed((apart <= 1) * 1),",
  '    presence = agreed(outer(scale > 0, scale > 0, "==") * 1),',
  "    kappa = corrected(agreed(diag(length(scale))), sum(shares^2)),",
  "    ac2 = corrected(agreed(near), sum(near) * sum(shares * (1 - shares)) /",
  "      (length(scale) * (length(scale) - 1))),",
  "    alpha = if (expected == 0) NA else 1 - (sum(given) - 1) * sum(coincidences * distance) / expected",
  "  )",
  "}",
  "agreement <- do.call(rbind, Map(agreement_on, names(scales), scales))",
  "rownames(agreement) <- NULL",
  "print(agreement, digits = 3)",
  "",
];
