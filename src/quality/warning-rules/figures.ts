/** What a column that is not what it seems may change. */
export const EVERY_FIGURE = ['new_deals', 'won_deals', 'win_rate', 'revenue_won', 'sales_cycle', 'open_pipeline_value'];
/** Sums of money. */
export const MONEY_FIGURES = ['revenue_won', 'avg_deal_size', 'win_rate_value', 'open_pipeline_value'];
/** Counts of deals, and what hangs on them. */
export const COUNT_FIGURES = ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'win_rate', 'revenue_won'];
