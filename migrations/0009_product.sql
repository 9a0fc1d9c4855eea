-- Suppliers, the catalogue, and the products of an opportunity.

create table supplier (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  country text,
  city text,
  email text,
  phone text,
  phone_valid boolean,
  website text,
  notes text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  constraint supplier_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('supplier');
create index supplier_by_name on supplier (workspace_id, name collate name_order, id) where deleted_at is null;

-- Cost and price are decimal figures of the product's own currency. Price periods are days with their own figures.
create table product (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  public_name text,
  category text not null,
  supplier_id uuid,
  country text,
  place text,
  quantity_type text not null,
  capacity integer,
  currency text not null,
  unit_cost numeric(17, 4),
  unit_price numeric(17, 4),
  periods jsonb not null default '[]',
  notes text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  constraint product_is_known_by_its_id primary key (workspace_id, id),
  constraint product_comes_from_a_supplier foreign key (workspace_id, supplier_id) references supplier (workspace_id, id),
  constraint product_capacity_holds_somebody check (capacity >= 1)
);
call protect_table('product');
create index product_by_name on product (workspace_id, name collate name_order, id) where deleted_at is null;
create index product_by_change on product (workspace_id, updated_at, id) where deleted_at is null;
create index product_of_supplier on product (workspace_id, supplier_id);

-- A removed line is kept, so that removing can be taken back.
create table product_line (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  id uuid not null,
  position integer not null,
  product_id uuid,
  supplier_id uuid,
  name text not null,
  unit text not null,
  quantity numeric(13, 3) not null,
  unit_price numeric(17, 4) not null,
  unit_cost numeric(17, 4),
  discount_percent numeric(5, 2) not null default 0,
  is_supplement boolean not null default false,
  converted_from jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  constraint product_line_is_known_by_its_id primary key (workspace_id, id),
  constraint product_line_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint product_line_came_from_a_product foreign key (workspace_id, product_id) references product (workspace_id, id),
  constraint product_line_comes_from_a_supplier foreign key (workspace_id, supplier_id) references supplier (workspace_id, id),
  constraint product_line_counts_something check (quantity > 0),
  constraint product_line_discount_is_a_share check (discount_percent between 0 and 100)
);
call protect_table('product_line', 'sees_opportunity(workspace_id, opportunity_id)');
create index product_line_of_opportunity on product_line (workspace_id, opportunity_id, position, id) where deleted_at is null;
create index product_line_by_product on product_line (workspace_id, product_id);
create index product_line_by_supplier on product_line (workspace_id, supplier_id);

-- Kept with the opportunity so that lists, board and forecast join nothing. No line: null, not zero.
alter table opportunity
  add column products_count integer not null default 0,
  add column products_minor bigint,
  add column products_margin_minor bigint;
