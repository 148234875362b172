-- What came of a pre-order when its harvest was shared out.
ALTER TYPE "SmsKind" ADD VALUE 'harvest_shared';
