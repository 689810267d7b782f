package org.ecart.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the rows of the three extracts hold, in the order of their headers. */
final class Rows {
    static final String POPULATION = "person,reference_date,gender,birth_year,region,province,municipality,household,"
            + "nationality_at_birth,nationality_now,acquired_on,registered_on,country_of_birth,purpose_of_stay";
    static final String KINSHIP = "person,father_nationality,father_country,mother_nationality,mother_country,"
            + "ff_nationality,ff_country,fm_nationality,fm_country,"
            + "mf_nationality,mf_country,mm_nationality,mm_country";
    static final String LABOUR = "person,reference_date,position,position_q1,position_q2,position_q3,sector,"
            + "joint_committee,worker_status,working_time,daily_wage,public_sector,service_vouchers,agency_work,"
            + "student_work,education,field_of_study";

    private static final int LAST_QUARTER = 3;
    private static final int COLUMNS_OF_A_JOB = 9;

    private final Residence residence = new Residence();
    private final Career career = new Career();
    private final Jobs jobs = new Jobs();

    void population(Person person, int year, CsvFile file) throws IOException {
        Residence.Municipality municipality = residence.municipality(person, year);
        identify(person, year, file);
        file.text(person.woman() ? "2" : "1");
        file.year(person.lineage().birthYear());
        file.text(person.region().code());
        file.text(municipality.province());
        file.text(municipality.code());
        file.text(residence.household(person, year));
        file.text(person.nationality().atBirth());
        file.text(person.nationality().at(year));
        file.date(person.nationality().acquiredBy(year));
        file.date(person.arrival().map(Arrival::registeredOn));
        file.text(person.countryOfBirth());
        file.text(person.arrival().map(Arrival::purpose).orElse(""));
        file.endRow();
    }

    void kinship(Person person, CsvFile file) throws IOException {
        number(person, file);
        Kin kin = person.kin();
        relative(kin.father().parent(), file);
        relative(kin.mother().parent(), file);
        relative(kin.father().grandfather(), file);
        relative(kin.father().grandmother(), file);
        relative(kin.mother().grandfather(), file);
        relative(kin.mother().grandmother(), file);
        file.endRow();
    }

    /** Writes nothing for the few of whom the Datawarehouse has no row. */
    void labour(Person person, int year, CsvFile file) throws IOException {
        if (!career.recorded(person)) {
            return;
        }
        List<String> positions = career.positions(person, year);
        String position = positions.get(LAST_QUARTER);
        identify(person, year, file);
        file.text(position);
        for (String earlier : positions.subList(0, LAST_QUARTER)) {
            file.text(earlier);
        }
        if (position.startsWith("1")) {
            job(jobs.at(person, year, position), file);
        } else {
            noJob(file);
        }
        file.text(person.education().codeAt(person.age(year)));
        file.text(person.education().field());
        file.endRow();
    }

    private static void job(Job job, CsvFile file) throws IOException {
        file.text(job.section());
        file.text(job.jointCommittee());
        file.text(job.status());
        file.text(job.workingTime());
        file.amount(job.dailyWage());
        file.flag(job.inPublicSector());
        file.flag(job.serviceVouchers());
        file.flag(job.agency());
        file.flag(job.student());
    }

    private static void noJob(CsvFile file) throws IOException {
        for (int i = 0; i < COLUMNS_OF_A_JOB; i++) {
            file.empty();
        }
    }

    private static void identify(Person person, int year, CsvFile file) throws IOException {
        number(person, file);
        file.date(Optional.of(LocalDate.of(year, 12, 31)));
    }

    private static void number(Person person, CsvFile file) throws IOException {
        file.number('P', person.number(), PersonNumbers.DIGITS);
    }

    private static void relative(Relative relative, CsvFile file) throws IOException {
        file.text(relative.nationality());
        file.text(relative.country());
    }
}
