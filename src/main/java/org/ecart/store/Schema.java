package org.ecart.store;

import java.util.List;
import org.ecart.model.EcartException;

/** The tables of a workspace, as steps: a newer program brings an older workspace up to date one step after another. */
final class Schema {
    private static final String SETTING = """
            create table setting (name varchar(40) primary key, content clob not null)""";

    private static final String PARTITION = """
            create table partition (
              id int generated always as identity primary key,
              extract_id varchar(200) not null, period varchar(10), version int not null,
              row_count int not null, keyed boolean not null, published boolean not null,
              file varchar(1000) not null, hash char(64) not null, read_rows bigint not null,
              rejected_rows bigint not null, imported_at varchar(20) not null, imported_by varchar(200) not null)""";

    private static final String SEGMENT = """
            create table segment (
              partition_id int not null, variable varchar(200) not null, chunk int not null,
              scale int, content varbinary(1000000) not null, primary key (partition_id, variable, chunk))""";

    private static final String DICTIONARY = """
            create table dictionary (
              variable varchar(200) not null, place int not null, code varchar(1000000) not null,
              primary key (variable, place))""";

    private static final String PERSON = """
            create table person (chunk int primary key, content varbinary(1000000) not null)""";

    private static final String ALIGNMENT = """
            create table alignment (
              population_id int not null, partition_id int not null, chunk int not null,
              content varbinary(1000000) not null, primary key (population_id, partition_id, chunk))""";

    private static final String NOTE = """
            create table note (
              id int generated always as identity primary key,
              noted_at varchar(20) not null, what varchar(100000) not null)""";

    private static final String REPORT = """
            create table report (
              id int generated always as identity primary key, hash char(64) not null, content clob not null)""";

    private static final String KEPT = """
            create table kept (
              hash char(64) primary key, bytes bigint not null, used bigint not null, whole boolean not null)""";

    private static final String KEPT_FROM = """
            create table kept_from (
              hash char(64) not null, partition_id int not null, primary key (hash, partition_id))""";

    private static final String KEPT_SEGMENT = """
            create table kept_segment (
              hash char(64) not null, chunk int not null, content varbinary(1000000) not null,
              primary key (hash, chunk))""";

    private static final String DEPARTURE = """
            create table departure (
              number int generated always as identity primary key,
              id char(64) not null, left_at varchar(20) not null, content clob not null,
              forgotten_at varchar(20), because varchar(100000))""";

    /** Each step brings the schema from its place in the list to the next version. */
    private static final List<List<String>> STEPS = List.of(
            List.of(SETTING, PARTITION, SEGMENT, DICTIONARY, PERSON, ALIGNMENT, NOTE),
            List.of(REPORT, "alter table partition add retired_at varchar(20)"),
            List.of(KEPT, KEPT_FROM, KEPT_SEGMENT),
            List.of(DEPARTURE));

    private static final String VERSION = "schema";

    private Schema() {}

    /** Makes or updates the tables; a workspace of a newer program is refused. */
    static void ensure(Database database) {
        int version = version(database);
        if (version > STEPS.size()) {
            throw EcartException.data("store.newer");
        }
        for (int step = version; step < STEPS.size(); step++) {
            STEPS.get(step).forEach(database::update);
            database.update("merge into setting key (name) values (?, ?)", VERSION, Integer.toString(step + 1));
            database.commit();
        }
    }

    /** Whether there are no tables at all. */
    static boolean missing(Database database) {
        return database.query(
                        "select 1 from information_schema.tables where table_name = 'SETTING'", row -> row.getInt(1))
                .isEmpty();
    }

    private static int version(Database database) {
        return missing(database)
                ? 0
                : database
                        .query("select content from setting where name = ?", row -> row.getString(1), VERSION)
                        .stream()
                        .findFirst()
                        .map(Integer::parseInt)
                        .orElse(0);
    }
}
