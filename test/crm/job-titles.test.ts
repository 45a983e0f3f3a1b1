import { describe, expect, it } from 'vitest';
import { isJobTitle } from '../../src/crm/job-titles.js';

describe('the name of a job', () => {
  it.each([
    'VP Sales',
    'CEO',
    'Head of Sales',
    'Chief Revenue Officer',
    'Managing Director',
    'Sales Manager, EMEA',
    'Owner',
    'Co-Founder & CEO',
    'Geschäftsführer',
    'Vertriebsleiterin',
    'Einkaufsleiter',
    'Directeur commercial',
    'Gérant',
    'Gerente de ventas',
    'Diretora comercial',
    'Responsabile acquisti',
    'Dyrektor',
    'Директор',
    'Руководитель отдела',
    'Satın alma müdürü',
    'مدیر عامل',
    'مدیر فروش',
    'کارشناس خرید',
    '销售经理',
    '営業部長',
    'Dr.',
    'Frau',
  ])('%s', (text) => {
    expect(isJobTitle(text)).toBe(true);
  });

  it.each([
    'Website relaunch',
    'Manager training for Ardent',
    'CEO dinner with forty seats booked',
    'Head office move',
    'Ardent renewal 2024',
    'Licences, 20 seats',
    'Director chairs',
    'قرارداد پشتیبانی',
    'Opportunity 12',
    '',
  ])('is not: %s', (text) => {
    expect(isJobTitle(text)).toBe(false);
  });
});
