# Reads the files of a study with haven, readxl or readr, and writes what it found as CSV: texts in
# quotation marks, numbers without, NA for what is missing.
arguments <- commandArgs(trailingOnly = TRUE)
reader <- arguments[1]
tables <- arguments[-1]

write <- function(frame, name) write.csv(frame, paste0(name, ".", reader, ".found"),
  row.names = FALSE, fileEncoding = "UTF-8")

plain <- function(column) {
  if (inherits(column, "POSIXt") || inherits(column, "Date")) return(format(column, "%Y-%m-%d"))
  if (inherits(column, "haven_labelled")) return(as.vector(unclass(haven::zap_labels(column))))
  as.vector(column)
}

labels_in <- function(frame) do.call(rbind, lapply(names(frame), function(name) {
  labels <- attr(frame[[name]], "labels")
  own <- data.frame(column = name, value = NA_real_, label = attr(frame[[name]], "label"))
  if (is.null(labels)) own
  else rbind(own, data.frame(column = name, value = unname(labels), label = names(labels)))
}))

for (table in tables) {
  frame <- switch(reader,
    haven = haven::read_sav(paste0(table, ".sav")),
    readxl = readxl::read_excel("dataset.xlsx", sheet = basename(table), skip = 1, trim_ws = FALSE,
      guess_max = 100000),
    readr = readr::read_csv(paste0(table, ".csv"), na = "", trim_ws = FALSE,
      show_col_types = FALSE, guess_max = 100000))
  if (reader == "haven") write(labels_in(frame), paste0(table, "-labels"))
  write(as.data.frame(lapply(frame, plain), check.names = FALSE), table)
}
