import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/crm/recognize.js';
import { kpiValue, reportTexts } from '../support/load-texts.js';

const mapped = (report: Awaited<ReturnType<typeof reportTexts>>): Record<string, string | null> =>
  Object.fromEntries((report.sources[0]?.columns ?? []).map(({ column, field }) => [column, field ?? null]));

describe('a file whose names are on no list', () => {
  it('is read by what they mean: Polish, 80 + 40 won', async () => {
    const text =
      'Nazwa szansy,Kontrahent,Etap sprzedaży,Kwota,Data utworzenia,Data zamknięcia\n' +
      'A,Sosna,Closed Won,80,2024-01-02,2024-02-01\nB,Brzoza,Closed Lost,60,2024-01-05,2024-02-11\nC,Sosna,Closed Won,40,2024-01-09,2024-03-01\n';
    const report = await reportTexts({ 'szanse.csv': text });
    expect(kpiValue(report, 'revenue_won')).toBe(120);
    expect(kpiValue(report, 'won_deals')).toBe(2);
  });

  it('takes the expected amount where no other is, and the plain one where both are', async () => {
    const rows = 'id,stage,expected_amount,close_date\n1,Won,30,2024-02-01\n2,Lost,20,2024-02-11\n';
    expect(kpiValue(await reportTexts({ 'deals.csv': rows }), 'revenue_won')).toBe(30);
    const both = 'id,stage,expected_amount,deal_worth,close_date\n1,Won,30,25,2024-02-01\n2,Lost,20,20,2024-02-11\n';
    expect(kpiValue(await reportTexts({ 'deals.csv': both }), 'revenue_won')).toBe(25);
  });

  it('takes a stage id of words for the stage, and one of numbers for none', async () => {
    const text = (won: string, lost: string): string =>
      `deal_id,stage_id,amount,created_at,closed_at\n1,${won},50,2024-01-02,2024-02-01\n2,${lost},20,2024-01-05,2024-02-11\n`;
    expect(mapped(await reportTexts({ 'deals.csv': text('Won', 'Lost') }))['stage_id']).toBe('stage');
    expect(mapped(await reportTexts({ 'deals.csv': text('4', '5') }))['stage_id']).not.toBe('stage');
  });

  it('does not take the planned day for the day it closed', async () => {
    const text =
      'id,stage,amount,created_date,Date prévisionnelle de clôture\n1,Won,10,2024-01-02,2024-03-03\n2,Lost,5,2024-01-05,2024-03-15\n';
    const report = await reportTexts({ 'deals.csv': text });
    expect(mapped(report)['Date prévisionnelle de clôture']).toBe('expected_close');
    expect(kpiValue(report, 'sales_cycle')).toBeNull();
  });
});

describe('what a table holds, by what its names mean', () => {
  it.each([
    ['deals', 'Klant,Verkoper,Bedrag,Fase,Sluitdatum'],
    ['deals', '商机名称,客户名称,阶段,金额,成交日期'],
    ['deals', '案件名,顧客名,フェーズ,金額,受注日'],
    ['deals', 'DEALID,ACCOUNTID,DEALSTAGE,DEALAMOUNT,CREATEDDATE'],
    ['deals', 'deal_id,agent,created_at,lead_source,final_outcome'],
    ['orders', 'num_client,numero_commande,date,montant_total_paye'],
    ['orders', 'Bestellnummer,Bestelldatum,Kundennummer,Bestellwert'],
    ['orders', 'ID Venda,Data da venda,Cliente,Valor vendido'],
    ['orders', 'Numero ordine,Data ordine,Cliente,Importo totale'],
    ['customers', 'Kundenname,Branche,Land,Vertragsbeginn'],
    ['lookup', 'Prodotto,Prezzo,Categoria'],
    ['lookup', '商品名,価格,数量'],
    ['lookup', 'Nombre,Apellido,Correo,Teléfono,Empresa'],
    ['lookup', 'Team,Regio,Doel'],
  ])('is %s: %s', (role, headers) => {
    expect(recognize(headers.split(',')).role).toBe(role);
  });
});
