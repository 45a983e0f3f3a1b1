import type { WordList } from '../meaning.js';

/** English, and the technical words of exports in any language. */
export const en: WordList = {
  deal: 'deal, opportunity, oppty, opp, opty, potential, pursuit',
  sale: 'sale, sales, selling',
  order: 'order, invoice, receipt, transaction, purchase, sales order',
  lead: 'leads, lead, mql, prospect, enquiry, inquiry',
  account:
    'account, company, customer, client, organization, organisation, org, buyer, business name, firm, cust, bill to, sold to, end customer, end client, ultimate customer, borrower',
  contact: 'contact, person, contact person, point of contact, poc, decision maker',
  record: 'record',
  owner:
    'bdm, relationship manager, business owner, bde, sales officer, field rep, territory manager, inside sales rep, owner, owned by, rep, sales rep, representative, sales representative, salesperson, sales person, salesman, seller, closer, ae, account executive, account exec, account manager, key account manager, kam, account rep, agent, sales agent, assigned, assigned to, assignee, assigned user, assigned rep, responsible, responsible person, user responsible, responsible user, person in charge, sales executive, sales exec, salesrep, handled by, managed by, sold by, closed by rep, sales associate, consultant, advisor, adviser, sales manager, deal manager, business developer, sales lead, lead rep',
  manager:
    'manager, executive, employee, staff, broker, sales team member, team member, estimator, lead estimator, bid manager, tender manager, proposal manager, capture manager, loan officer, lending officer, quoted by, estimated by',
  user: 'user',
  stage: 'stage, sales stage, phase',
  step: 'step, milestone',
  status: 'status, state, outcome, result, disposition, deal state, w l, wl',
  pipeline: 'process, pipeline, funnel, sales process, sales pipeline, sales funnel',
  amount:
    'amount, value, revenue, amt, worth, sum, val, grand total, monetary value, rev, money, turnover, proceeds, revn',
  price: 'price, pricing, fee',
  size: 'size, volume',
  total: 'total, overall',
  arr: 'annualized value, annualised value, arr, acv, tcv, total contract value, annual contract value, annual recurring revenue, annualized contract value, annualised contract value, new arr, arr usd, net new arr, booking, booking amount, booking value, bookings, bookings amount, tcv amount, acv amount, first year value, annual deal value',
  mrr: 'mrr, monthly recurring revenue, new mrr',
  budget: 'budget',
  currency: 'currency, ccy, curr, currency iso, iso currency',
  probability: 'probability, prob, likelihood, chance, confidence, odds, win likelihood, chances, propensity',
  percent: 'percent, percentage, pct, %, ٪',
  source:
    'marketing source, lead generation source, marketing channel, source of business, source, origin, referral source, how did you hear about us, where from, heard from, utm source, traffic source',
  channel: 'channel',
  type: 'type, kind',
  category: 'category, class, classification',
  reason: 'reason, why, cause, reason code, reasons',
  product: 'product, item, sku, solution, service, product line, offering',
  quantity: 'quantity, qty, units, pieces, quantity ordered, pcs',
  email: 'email, e mail, mail, email address, e mail address',
  phone:
    'phone, telephone, mobile, cell, cellphone, phone number, tel, mobile number, mobile phone, telephone number, cell phone, contact number, contact no',
  country: 'country, country region',
  industry: 'industry, sector, vertical',
  name: 'name, full name, nm',
  title: 'title, subject, topic, headline, caption',
  id: 'id, ids, number, no, nr, num, nbr, key, guid, uuid, ref, reference, code, identifier, #, pk, sid, oid',
  date: 'date, day, dt, datetime, timestamp, date time, ts',
  time: 'time',
  at: 'at, on',
  flag: 'is, has, flag, was, indicator, yn, y n, yes no, boolean, bool, true false',
  text: 'description, detail, details, text, comment, comments, note, notes, explanation, summary, label',
  create:
    'create, created, creation, added, add, entry, entered, opened, opening, open date, registered, registration, logged, inserted, generated, initiated, submitted, record created, received',
  signup: 'signup, sign up, acquisition, acquired, first contact, first seen, captured, inquiry date, enquiry date',
  first: 'first, original, initial',
  begin: 'start, started, begin, began, commencement, effective, engage, kickoff',
  end: 'end, ended, churn, churned, termination, terminated, cancelled, canceled, cancellation, expiry, expiration, until',
  since: 'since',
  close:
    'close, closing, closure, completion, conclusion, decision, award, award loss, award or loss, resolution, finish',
  closed: 'closed, completed, finished, finalized, finalised, concluded, resolved, done',
  won: 'won, win, winning, success, closed won, closed as won',
  lost: 'lost, loss, lose, losing, closed lost, defeat, missed',
  cancel:
    'cancel, cancelled, canceled, cancellation, reject, rejection, rejected, disqualified, disqualification, drop, dropped, decline, declined, refusal, lost to, dead, fail, failed, failure, abandoned',
  expect:
    'expected, expect, estimated, estimate, est, anticipated, projected, projection, forecast, forecasted, planned, likely, tentative, proposed, prospective, probable, scheduled, predicted, prediction, intended, exp, potential close',
  due: 'due, deadline, expiring',
  actual: 'actual, real, true, effective close, realized, realised',
  final: 'final',
  last: 'last, latest, most recent, recent, previous activity',
  next: 'next, upcoming, following, future',
  activity:
    'activity, contact, contacted, engagement, interaction, touch, touched, touchpoint, follow up, followup, communication, conversation, contact made, outreach, activities, action, correspondence, reply, engaged',
  modify:
    'modified, modify, modification, updated, update, edited, edit, changed, change, revised, lastmodified, mod, amended',
  change: 'change, changed, moved, move, transition, updated, update, movement, modified',
  enter: 'entered, entry, reached, enter',
  convert: 'converted, conversion, convert, became customer, became a customer, became an opportunity',
  contract: 'contract, subscription, agreement, license, membership, policy',
  quote: 'quote, offer, proposal, bid, tender, loan, quoted, quotation, offered, estimate amount, project, job value',
  sold: 'sold, awarded, booked, signed',
  paid: 'paid, charged, billed, payable',
  annual: 'annual, annualized, annualised, yearly, year, annually',
  monthly: 'monthly, month',
  recurring: 'recurring, subscription, licence',
  gross: 'gross, net, nett, incl, excl, including, excluding',
  each: 'unit, each, per unit, per item, item unit',
  ours: 'in company currency, in home currency, company currency, home currency, base currency, in base currency, local currency, in local currency, corporate currency, in corporate currency, converted currency, reporting currency, in reporting currency, default currency, in default currency, system currency, home, base, in currency of company, in organization currency, organization currency, in own currency, main currency',
  unit: 'usd, us dollar, usdollar, us dollars, eur, gbp, chf, aed, rub, brl, inr, irr, irt, cad, aud, jpy, cny, sek, nok, dkk, pln, czk, huf, mxn, zar, sar, sgd, hkd, nzd, uah, kzt, idr, php, thb, vnd, ngn, kes, egp, ars, clp, cop, pen, krw, ils, ron, bgn, rs, euro, euros, dollar, dollars, pounds, rupees, $, €, £, ₹, ₽, ₺, ¥, zl, kc, kr, tl, k, rmb',
  neutral:
    'or, of, the, for, s, in crm, crm, property, properties, prop, field, fields, custom, our, full, formatted, display, displayed, current, currently, main, primary, associated, related, overall, hs, string, local, 1, fld, col, attribute, attributes, by default, my, actual current, deal info, info, information, default, standard, fivetran, std, input, iso, linked, new deal, opportunity details, deal details',
  other:
    'previous, prior, old, tax, vat, discount, cost, costs, quota, margin, profit, commission, shipping, unpaid, refund, refunded, count, duration, age, days, hours, weeks, months, years, aging, elapsed, rank, score, rating, rate, average, avg, mean, median, min, max, campaign, partner, parent, billing, call, meeting, task, modifier, creator, approval, approved, approver, renewal, payment, delivery, birth, birthday, birthdate, weighted, forecasted weighted, weight, url, link, website, domain, city, region, postal, zip, street, address, employees, headcount, job, role, team, department, office, competitor, priority, currency rate, exchange rate, exchange, lifecycle, length, cycle, velocity, number of, no of, num of, number of deals, by, from, to, growth, difference, gap, variance, balance, outstanding, overdue, deposit, royalty, salary, expense, expenses, spend, spent, variable, lifetime value, clv, ltv, cltv, cac, annual revenue, history, version, hash, index, order by, sort, gender, marital, language, timezone, fiscal, quarter, week, segment, tier, territory, longitude, latitude, ip, login, password, permission, opt, consent, unsubscribed, bounce, subscribed, image, photo, attachment, file, parent id, secondary, second, alternate, alt, fax, extension, sub, subcategory, prefix, suffix, first name, last name, middle name, middle, salutation, nickname, sla, rejected, warranty, refund date, return, returned, referrer, referred, medium, keyword, content, term, terms, tag, tags, group, rolling, cumulative, remaining, left, exit, exited, forecast category, forecast status, probability date, won deals, lost deals, open deals, closed deals, wins, losses, deals, opportunities, hold, on hold, per, vs, versus, ratio, lag, delay, slip, slipped, pushed, push, pushes, incl tax, manager approval, legal, finance, security, support, ticket, case, incident, contacts count, employee count, capacity, stock, inventory, adjusted, adjustment, upsell, downsell, expansion, contraction, upside, downside, best case, worst case, commit, committed, pipeline coverage, attainment, goal, goals, bonus, incentive, spiff, split, share, credit, debit, bank, iban, card',
  target: 'target, targeted',
  sign: 'sign, signing, signature, signed, po, purchase order, order received, contract signature',
};
