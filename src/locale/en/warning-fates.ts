/** Why a warning of reading is judged by no rule, and stays a word to the reader. */
export const WARNING_FATES = {
  rates_were_given: () => 'The user gave the rates; the figures say that they were used.',
  rates_are_missing: () => 'It is about the rates given, not the files, and the figures without a rate have no value.',
  condition_fits_nothing: () => 'It is about the condition of --where; a check of no record ends with exit code 3.',
  condition_is_misspelt: () => 'It is about the condition of --where, not about the files.',
  spellings_are_one_customer: () => 'Names that differ in writing alone are one customer, which is as it should be.',
  config_merges_customers: () => 'The user said it, in the config.',
  config_is_of_many_files: () => 'It is about a list in the config that speaks of other files, too.',
  says_which_file: () => 'It says which file a figure comes from, and nothing is wrong with either.',
  orders_have_their_own_run: () => 'It says what the rules are about; the orders are checked by a run of their own.',
  orders_are_counted: () => 'It says how a file of orders is counted, which is as it should be.',
} as const;
