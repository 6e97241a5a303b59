# Runs the script that goes with a dataset, and writes its data frames, in words, Table 10 and agreement as CSV.
source("read-dataset.R", encoding = "UTF-8")

write <- function(frame, name) write.csv(frame, paste0(name, ".script.found"),
  row.names = FALSE, fileEncoding = "UTF-8")

plain <- function(column) {
  if (is.factor(column)) as.character(column)
  else if (inherits(column, "Date")) format(column, "%Y-%m-%d")
  else as.vector(column)
}

frames <- list("agreed-ratings" = agreed_ratings, "agreed-ratings-long" = agreed_ratings_long,
  children = children, "involvement-periods" = involvement_periods, practice = practice,
  actions = actions, "for-leads/ratings" = ratings, "for-leads/sensitivity" = sensitivity)
for (name in names(frames))
  write(as.data.frame(lapply(frames[[name]], plain), check.names = FALSE), name)

samples <- list(earlier = 2012:2014, this = 2015, all = 2012:2015)
write(do.call(rbind, lapply(names(samples), function(name)
  cbind(column = name, table_10(analysed[analysed$sample %in% samples[[name]], ])))), "table-10")

labels <- attr(agreed_ratings$neglect, "labels")
write(data.frame(value = unname(labels), label = names(labels)), "neglect")

write(table_10_by_sample, "table-10-by-sample")
write(agreement, "agreement")
