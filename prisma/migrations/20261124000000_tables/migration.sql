-- CreateEnum
CREATE TYPE "Role" AS ENUM ('member', 'packer', 'manager');

-- CreateEnum
CREATE TYPE "MemberShown" AS ENUM ('nothing', 'name');

-- CreateEnum
CREATE TYPE "InputKind" AS ENUM ('fertiliser', 'pesticide');

-- CreateEnum
CREATE TYPE "DiaryAct" AS ENUM ('fertilise', 'spray', 'water', 'prune', 'inspect');

-- CreateEnum
CREATE TYPE "SaleUnit" AS ENUM ('kg', 'piece', 'box');

-- CreateEnum
CREATE TYPE "OrderState" AS ENUM ('placed', 'packed', 'shipped', 'delivered', 'cancelled');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('cod', 'vietqr');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('awaiting', 'received', 'cancelled');

-- CreateEnum
CREATE TYPE "BookAccount" AS ENUM ('bank', 'cash', 'buyers', 'sales', 'delivery');

-- CreateEnum
CREATE TYPE "StockMoveKind" AS ENUM ('receive', 'pack', 'spoil', 'adjust');

-- CreateEnum
CREATE TYPE "ReservationState" AS ENUM ('active', 'taken', 'released');

-- CreateEnum
CREATE TYPE "TraceSubject" AS ENUM ('harvest', 'lot', 'box', 'order');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "phoneNumber" TEXT,
    "phoneNumberVerified" BOOLEAN,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "password" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_role" (
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "user_role_pkey" PRIMARY KEY ("userId","role")
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shown" "MemberShown" NOT NULL DEFAULT 'nothing',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "userId" TEXT,
    "joinedOn" DATE NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variety" (
    "code" TEXT NOT NULL,
    "fruit" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "looseGtin" TEXT NOT NULL,
    "shelfDays" INTEGER NOT NULL,
    "picture" TEXT NOT NULL,

    CONSTRAINT "variety_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "plot" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "plantingUnitCode" TEXT,
    "areaM2" INTEGER NOT NULL,
    "outline" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "plot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plot_trees" (
    "plotId" TEXT NOT NULL,
    "varietyCode" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "plantedYear" INTEGER NOT NULL,

    CONSTRAINT "plot_trees_pkey" PRIMARY KEY ("plotId","varietyCode")
);

-- CreateTable
CREATE TABLE "input" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "InputKind" NOT NULL,
    "activeIngredient" TEXT,
    "preHarvestDays" INTEGER NOT NULL,

    CONSTRAINT "input_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "diary_entry" (
    "id" TEXT NOT NULL,
    "plotId" TEXT NOT NULL,
    "act" "DiaryAct" NOT NULL,
    "doneOn" DATE NOT NULL,
    "inputId" TEXT,
    "dose" TEXT,
    "reason" TEXT,
    "operator" TEXT,
    "note" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT,

    CONSTRAINT "diary_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photo" (
    "id" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "harvest" (
    "id" TEXT NOT NULL,
    "plotId" TEXT NOT NULL,
    "varietyCode" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "cutOn" DATE NOT NULL,
    "grams" INTEGER NOT NULL,
    "photoId" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT,

    CONSTRAINT "harvest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "gtin" TEXT NOT NULL,
    "varietyCode" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "saleUnit" "SaleUnit" NOT NULL,
    "unitGrams" INTEGER NOT NULL,
    "priceDong" BIGINT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "descriptionVi" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "listed" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "province" (
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ward" (
    "code" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "ward_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "order" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" "OrderState" NOT NULL DEFAULT 'placed',
    "buyerName" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "wardCode" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "note" TEXT,
    "locale" TEXT NOT NULL,
    "method" "PaymentMethod" NOT NULL,
    "goodsDong" BIGINT NOT NULL,
    "deliveryDong" BIGINT NOT NULL,
    "totalDong" BIGINT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitGrams" INTEGER NOT NULL,
    "unitPriceDong" BIGINT NOT NULL,
    "lineDong" BIGINT NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_way" (
    "fromState" "OrderState" NOT NULL,
    "toState" "OrderState" NOT NULL,

    CONSTRAINT "order_way_pkey" PRIMARY KEY ("fromState","toState")
);

-- CreateTable
CREATE TABLE "order_step" (
    "id" BIGSERIAL NOT NULL,
    "orderId" TEXT NOT NULL,
    "fromState" "OrderState",
    "toState" "OrderState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,
    "why" TEXT,

    CONSTRAINT "order_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "box" (
    "id" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "gtin" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "lotId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "grams" INTEGER NOT NULL,
    "packedAt" TIMESTAMPTZ(3) NOT NULL,
    "packedBy" TEXT,
    "packEventId" TEXT NOT NULL,

    CONSTRAINT "box_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "tracking" TEXT,
    "shippedAt" TIMESTAMPTZ(3) NOT NULL,
    "shippedBy" TEXT,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "method" "PaymentMethod" NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'awaiting',
    "purpose" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_event" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "amountDong" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "payment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "orderId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting" (
    "id" BIGSERIAL NOT NULL,
    "journalId" TEXT NOT NULL,
    "account" "BookAccount" NOT NULL,
    "dong" BIGINT NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot" (
    "id" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "harvestId" TEXT NOT NULL,
    "varietyCode" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "cutOn" DATE NOT NULL,
    "bestBefore" DATE NOT NULL,
    "heldReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot_balance" (
    "lotId" TEXT NOT NULL,
    "onHandGrams" INTEGER NOT NULL DEFAULT 0,
    "reservedGrams" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lot_balance_pkey" PRIMARY KEY ("lotId")
);

-- CreateTable
CREATE TABLE "stock_move" (
    "id" BIGSERIAL NOT NULL,
    "lotId" TEXT NOT NULL,
    "kind" "StockMoveKind" NOT NULL,
    "grams" INTEGER NOT NULL,
    "boxId" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byUser" TEXT,

    CONSTRAINT "stock_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reservation" (
    "id" TEXT NOT NULL,
    "lotId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "grams" INTEGER NOT NULL,
    "state" "ReservationState" NOT NULL DEFAULT 'active',
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trace_event" (
    "id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "bizStep" TEXT NOT NULL,
    "eventTime" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "trace_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trace_about" (
    "subject" "TraceSubject" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,

    CONSTRAINT "trace_about_pkey" PRIMARY KEY ("subject","subjectId","eventId")
);

-- CreateTable
CREATE TABLE "write" (
    "key" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "write_pkey" PRIMARY KEY ("key","procedure","actor")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_phoneNumber_key" ON "user"("phoneNumber");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "account_userId_idx" ON "account"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "member_code_key" ON "member"("code");

-- CreateIndex
CREATE UNIQUE INDEX "member_userId_key" ON "member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "variety_looseGtin_key" ON "variety"("looseGtin");

-- CreateIndex
CREATE UNIQUE INDEX "plot_code_key" ON "plot"("code");

-- CreateIndex
CREATE INDEX "plot_memberId_idx" ON "plot"("memberId");

-- CreateIndex
CREATE INDEX "diary_entry_plotId_doneOn_idx" ON "diary_entry"("plotId", "doneOn");

-- CreateIndex
CREATE INDEX "harvest_plotId_cutOn_idx" ON "harvest"("plotId", "cutOn");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "product_gtin_key" ON "product"("gtin");

-- CreateIndex
CREATE INDEX "product_varietyCode_grade_idx" ON "product"("varietyCode", "grade");

-- CreateIndex
CREATE UNIQUE INDEX "ward_provinceCode_code_key" ON "ward"("provinceCode", "code");

-- CreateIndex
CREATE UNIQUE INDEX "order_code_key" ON "order"("code");

-- CreateIndex
CREATE INDEX "order_state_placedAt_idx" ON "order"("state", "placedAt");

-- CreateIndex
CREATE INDEX "order_line_orderId_idx" ON "order_line"("orderId");

-- CreateIndex
CREATE INDEX "order_step_orderId_idx" ON "order_step"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "box_packEventId_key" ON "box"("packEventId");

-- CreateIndex
CREATE INDEX "box_orderId_idx" ON "box"("orderId");

-- CreateIndex
CREATE INDEX "box_lotId_idx" ON "box"("lotId");

-- CreateIndex
CREATE INDEX "box_lineId_idx" ON "box"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "box_gtin_serial_key" ON "box"("gtin", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_orderId_key" ON "shipment"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_orderId_key" ON "payment"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_purpose_key" ON "payment"("purpose");

-- CreateIndex
CREATE INDEX "payment_event_paymentId_idx" ON "payment_event"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_event_source_reference_key" ON "payment_event"("source", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "journal_key_key" ON "journal"("key");

-- CreateIndex
CREATE INDEX "journal_orderId_idx" ON "journal"("orderId");

-- CreateIndex
CREATE INDEX "posting_journalId_idx" ON "posting"("journalId");

-- CreateIndex
CREATE UNIQUE INDEX "lot_batch_key" ON "lot"("batch");

-- CreateIndex
CREATE UNIQUE INDEX "lot_harvestId_key" ON "lot"("harvestId");

-- CreateIndex
CREATE INDEX "lot_varietyCode_grade_bestBefore_idx" ON "lot"("varietyCode", "grade", "bestBefore");

-- CreateIndex
CREATE UNIQUE INDEX "stock_move_boxId_key" ON "stock_move"("boxId");

-- CreateIndex
CREATE INDEX "stock_move_lotId_idx" ON "stock_move"("lotId");

-- CreateIndex
CREATE INDEX "reservation_lineId_idx" ON "reservation"("lineId");

-- CreateIndex
CREATE INDEX "reservation_lotId_idx" ON "reservation"("lotId");

-- CreateIndex
CREATE UNIQUE INDEX "trace_event_position_key" ON "trace_event"("position");

-- CreateIndex
CREATE INDEX "trace_about_eventId_idx" ON "trace_about"("eventId");

-- CreateIndex
CREATE INDEX "write_at_idx" ON "write"("at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plot" ADD CONSTRAINT "plot_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plot_trees" ADD CONSTRAINT "plot_trees_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plot_trees" ADD CONSTRAINT "plot_trees_varietyCode_fkey" FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diary_entry" ADD CONSTRAINT "diary_entry_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diary_entry" ADD CONSTRAINT "diary_entry_inputId_fkey" FOREIGN KEY ("inputId") REFERENCES "input"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harvest" ADD CONSTRAINT "harvest_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "plot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harvest" ADD CONSTRAINT "harvest_varietyCode_fkey" FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harvest" ADD CONSTRAINT "harvest_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "photo"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_varietyCode_fkey" FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ward" ADD CONSTRAINT "ward_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_provinceCode_wardCode_fkey" FOREIGN KEY ("provinceCode", "wardCode") REFERENCES "ward"("provinceCode", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_step" ADD CONSTRAINT "order_step_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box" ADD CONSTRAINT "box_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box" ADD CONSTRAINT "box_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box" ADD CONSTRAINT "box_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box" ADD CONSTRAINT "box_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "box" ADD CONSTRAINT "box_packEventId_fkey" FOREIGN KEY ("packEventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_journalId_fkey" FOREIGN KEY ("journalId") REFERENCES "journal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_harvestId_fkey" FOREIGN KEY ("harvestId") REFERENCES "harvest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_varietyCode_fkey" FOREIGN KEY ("varietyCode") REFERENCES "variety"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_balance" ADD CONSTRAINT "lot_balance_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_move" ADD CONSTRAINT "stock_move_boxId_fkey" FOREIGN KEY ("boxId") REFERENCES "box"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trace_about" ADD CONSTRAINT "trace_about_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "trace_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
