ALTER TYPE "BookAccount" ADD VALUE 'vat';
ALTER TYPE "BookAccount" ADD VALUE 'other_income';
ALTER TYPE "BookAccount" ADD VALUE 'costs';
ALTER TYPE "BookAccount" ADD VALUE 'surplus';
ALTER TYPE "BookAccount" ADD VALUE 'common_fund';
ALTER TYPE "BookAccount" ADD VALUE 'members_surplus';
